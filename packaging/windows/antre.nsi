; The hub for Windows: Node with Antre, started with the machine by a scheduled task, before anybody signs in.
; makensis -DTREE=FOLDER -DVERSION=0.1.0 -DOUTPUT=FILE antre.nsi; silently: antre-hub-….exe /S
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh
!include x64.nsh
!include FileFunc.nsh

Name "Antre"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\Antre"
RequestExecutionLevel admin
ShowInstDetails show
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Antre"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Antre, the queue of a public service hall"
VIAddVersionKey LegalCopyright "Antre contributors, MIT"

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${TREE}/app/LICENSE"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

LangString notWindows64 ${LANG_INDONESIAN} "Antre memerlukan Windows 64-bit (10 atau lebih baru)."
LangString notWindows64 ${LANG_ENGLISH} "Antre needs 64-bit Windows (10 or newer)."
LangString noTask ${LANG_INDONESIAN} "Antre terpasang, tetapi tidak dapat dijadwalkan agar mulai bersama komputer. Jalankan pemasang ini sebagai administrator."
LangString noTask ${LANG_ENGLISH} "Antre is installed, but could not be scheduled to start with the machine. Run this installer as an administrator."
LangString program ${LANG_INDONESIAN} "Program Antre"
LangString program ${LANG_ENGLISH} "The program"
LangString data ${LANG_INDONESIAN} "Hapus juga data balai (nomor, kunjungan, akun, salinan)"
LangString data ${LANG_ENGLISH} "Delete the hall's data too (numbers, visits, accounts, copies)"

!define task "Antre"
!define uninstallKey "Software\Microsoft\Windows\CurrentVersion\Uninstall\Antre"

; Data of the machine, not of whoever installs: %ProgramData%\Antre.
!macro setDataFolder
  SetShellVarContext all
  StrCpy $R9 "$APPDATA\Antre"
!macroend

; Asks Antre to end by ending its task, and waits for its files to be free.
!macro stopAntre
  nsExec::Exec 'schtasks /end /tn "${task}"'
  Pop $0
  nsExec::Exec 'taskkill /f /t /im antre-node.exe'
  Pop $0
  Sleep 1000
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(notWindows64)" /SD IDOK
    Abort
  ${EndIf}
  SetRegView 64
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section
  !insertmacro setDataFolder
  !insertmacro stopAntre
  ; What an earlier version had and this one hasn't must not be loaded; the data lies elsewhere.
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\scripts"
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*"
  ; A name of its own: in the list of processes, and for the firewall's rule.
  Delete "$INSTDIR\antre-node.exe"
  Rename "$INSTDIR\node.exe" "$INSTDIR\antre-node.exe"

  CreateDirectory "$R9"
  ; Administrators, the system and Antre's own account; no other user of this machine reads the hall's data.
  nsExec::ExecToLog 'icacls "$R9" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-19:(OI)(CI)M'
  Pop $0
  ${IfNot} ${FileExists} "$R9\config.json"
    ; Kiosks, desks and lobby screens are other machines.
    FileOpen $1 "$R9\config.json" w
    FileWrite $1 '{ "host": "0.0.0.0" }$\r$\n'
    FileClose $1
  ${EndIf}

  FileOpen $1 "$INSTDIR\task.xml" w
  FileWriteUTF16LE /BOM $1 '<?xml version="1.0" encoding="UTF-16"?>$\r$\n'
  FileWriteUTF16LE $1 '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">$\r$\n'
  FileWriteUTF16LE $1 '<RegistrationInfo><Description>Antre, the queue of a public service hall</Description></RegistrationInfo>$\r$\n'
  FileWriteUTF16LE $1 '<Triggers><BootTrigger><Enabled>true</Enabled></BootTrigger></Triggers>$\r$\n'
  ; The account of local services: no rights beyond its own folder and the network.
  FileWriteUTF16LE $1 '<Principals><Principal id="antre"><UserId>S-1-5-19</UserId></Principal></Principals>$\r$\n'
  FileWriteUTF16LE $1 '<Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>'
  FileWriteUTF16LE $1 '<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries><StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>'
  FileWriteUTF16LE $1 '<StartWhenAvailable>true</StartWhenAvailable><ExecutionTimeLimit>PT0S</ExecutionTimeLimit><Priority>5</Priority>'
  FileWriteUTF16LE $1 '<RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure></Settings>$\r$\n'
  FileWriteUTF16LE $1 '<Actions Context="antre"><Exec><Command>$INSTDIR\antre-node.exe</Command>'
  FileWriteUTF16LE $1 '<Arguments>scripts\installed\hub.cjs --data-dir "$R9"</Arguments>'
  FileWriteUTF16LE $1 '<WorkingDirectory>$INSTDIR</WorkingDirectory></Exec></Actions></Task>$\r$\n'
  FileClose $1
  nsExec::ExecToLog 'schtasks /create /tn "${task}" /xml "$INSTDIR\task.xml" /f'
  Pop $0
  ${If} $0 != 0
    SetErrorLevel 3
    MessageBox MB_ICONEXCLAMATION "$(noTask)" /SD IDOK
  ${EndIf}

  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Antre"'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="Antre" dir=in action=allow program="$INSTDIR\antre-node.exe" protocol=TCP profile=private,domain'
  Pop $0

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${uninstallKey}" DisplayName "Antre"
  WriteRegStr HKLM "${uninstallKey}" DisplayVersion "${VERSION}"
  WriteRegStr HKLM "${uninstallKey}" Publisher "Antre contributors"
  WriteRegStr HKLM "${uninstallKey}" InstallLocation "$INSTDIR"
  WriteRegStr HKLM "${uninstallKey}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${uninstallKey}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${uninstallKey}" NoModify 1
  WriteRegDWORD HKLM "${uninstallKey}" NoRepair 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${uninstallKey}" EstimatedSize $0

  CreateDirectory "$SMPROGRAMS\Antre"
  WriteINIStr "$SMPROGRAMS\Antre\Antre (admin).url" InternetShortcut URL "http://127.0.0.1:4180/admin"
  WriteINIStr "$SMPROGRAMS\Antre\Antre (staff).url" InternetShortcut URL "http://127.0.0.1:4180/staff"

  nsExec::Exec 'schtasks /run /tn "${task}"'
  Pop $0
SectionEnd

Section "un.$(program)"
  SectionIn RO
  !insertmacro setDataFolder
  !insertmacro stopAntre
  nsExec::ExecToLog 'schtasks /delete /tn "${task}" /f'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Antre"'
  Pop $0
  RMDir /r "$SMPROGRAMS\Antre"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\scripts"
  Delete "$INSTDIR\antre-node.exe"
  Delete "$INSTDIR\LICENSE.node"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\task.xml"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${uninstallKey}"
SectionEnd

; Not chosen unless somebody does: uninstall.exe /S leaves the data.
Section /o "un.$(data)"
  !insertmacro setDataFolder
  RMDir /r "$R9"
SectionEnd
