; Antre for Windows. The hub: Node with Antre, started with the machine by a scheduled task, before anybody signs in. Windows of a
; kiosk, a lobby screen or a desk: Edge, opened at the address of the hub when somebody signs in.
; makensis -DTREE=FOLDER -DWINDOW=FILE -DVERSION=0.1.0 -DOUTPUT=FILE antre.nsi
; silently: antre-….exe /S [/PARTS=hub,kiosk,lobby,desk] [/ADDRESS="http://192.168.1.10:4180"]
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include nsDialogs.nsh

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
!insertmacro MUI_PAGE_COMPONENTS
Page custom askAddress takeAddress
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

LangString hub ${LANG_INDONESIAN} "Komputer utama balai"
LangString hub ${LANG_ENGLISH} "The hall's main computer"
LangString kiosk ${LANG_INDONESIAN} "Kios di layar ini"
LangString kiosk ${LANG_ENGLISH} "Kiosk on this screen"
LangString lobby ${LANG_INDONESIAN} "Layar lobi"
LangString lobby ${LANG_ENGLISH} "Lobby screen"
LangString desk ${LANG_INDONESIAN} "Loket petugas"
LangString desk ${LANG_ENGLISH} "Officer's desk"
LangString address ${LANG_INDONESIAN} "Alamat komputer utama Antre, misalnya http://192.168.1.10:4180"
LangString address ${LANG_ENGLISH} "The address of Antre's main computer, such as http://192.168.1.10:4180"
LangString notAddress ${LANG_INDONESIAN} "Alamat komputer utama harus mulai dengan http:// atau https://."
LangString notAddress ${LANG_ENGLISH} "The main computer's address must begin with http:// or https://."
LangString notPart ${LANG_INDONESIAN} "/PARTS berisi hub, kiosk, lobby, desk, dengan koma di antaranya."
LangString notPart ${LANG_ENGLISH} "/PARTS takes hub, kiosk, lobby, desk, with commas between."
LangString nothing ${LANG_INDONESIAN} "Pilih paling sedikit satu bagian."
LangString nothing ${LANG_ENGLISH} "Choose at least one part."

!define task "Antre"
!define settingsKey "Software\Antre"
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

Var address

; Ends what runs and takes away all that an earlier installation put there, but for the data: whatever isn't chosen any more goes,
; and nothing that this version hasn't is loaded.
!macro removeParts
  !insertmacro setDataFolder
  !insertmacro stopAntre
  nsExec::ExecToLog 'schtasks /delete /tn "${task}" /f'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Antre"'
  Pop $0
  RMDir /r "$SMPROGRAMS\Antre"
  Delete "$SMSTARTUP\Antre*.lnk"
  Delete "$DESKTOP\Antre*.lnk"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\scripts"
  Delete "$INSTDIR\antre-node.exe"
  Delete "$INSTDIR\LICENSE.node"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\task.xml"
  Delete "$INSTDIR\window.html"
!macroend

; A window of this machine: begins with whoever signs in, and stands in the menu. `flags` are Edge's.
!macro makeWindow name path flags
  SetOutPath "$INSTDIR"
  File "${WINDOW}"
  StrCpy $1 '"file:///$INSTDIR\window.html#$address${path}"'
  CreateDirectory "$SMPROGRAMS\Antre"
  CreateShortCut "$SMPROGRAMS\Antre\Antre ${name}.lnk" "$edge" '${flags} --app=$1'
  CopyFiles /SILENT "$SMPROGRAMS\Antre\Antre ${name}.lnk" "$SMSTARTUP"
!macroend

; A screen of the hall: filled, never asleep, without what takes visitors elsewhere.
!define screenFlags "--start-fullscreen --no-first-run --disable-pinch --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required"

Var edge

; Above the sections, so that it comes first in each installation.
Section "-before"
  !insertmacro removeParts
  ReadRegStr $edge HKLM "SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\msedge.exe" ""
  ${If} $edge == ""
    StrCpy $edge "$PROGRAMFILES32\Microsoft\Edge\Application\msedge.exe"
  ${EndIf}
SectionEnd

Section "$(hub)" partHub
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

  CreateDirectory "$SMPROGRAMS\Antre"
  WriteINIStr "$SMPROGRAMS\Antre\Antre (admin).url" InternetShortcut URL "http://127.0.0.1:4180/admin"
  WriteINIStr "$SMPROGRAMS\Antre\Antre (staff).url" InternetShortcut URL "http://127.0.0.1:4180/staff"

  nsExec::Exec 'schtasks /run /tn "${task}"'
  Pop $0
SectionEnd

Section /o "$(kiosk)" partKiosk
  !insertmacro makeWindow "kios" "/kiosk" "${screenFlags}"
  ; No swipe from the screen's edge leads away from the kiosk.
  WriteRegDWORD HKLM "Software\Policies\Microsoft\Windows\EdgeUI" AllowEdgeSwipe 0
SectionEnd

Section /o "$(lobby)" partLobby
  !insertmacro makeWindow "layar lobi" "/display" "${screenFlags}"
SectionEnd

Section /o "$(desk)" partDesk
  !insertmacro makeWindow "loket" "/staff" "--no-first-run --start-maximized"
  CopyFiles /SILENT "$SMPROGRAMS\Antre\Antre loket.lnk" "$DESKTOP"
SectionEnd

Section "-after"
  ; The next version is installed with the same parts unless others are chosen.
  StrCpy $2 ""
  ${If} ${SectionIsSelected} ${partHub}
    StrCpy $2 "$2,hub"
  ${EndIf}
  ${If} ${SectionIsSelected} ${partKiosk}
    StrCpy $2 "$2,kiosk"
  ${EndIf}
  ${If} ${SectionIsSelected} ${partLobby}
    StrCpy $2 "$2,lobby"
  ${EndIf}
  ${If} ${SectionIsSelected} ${partDesk}
    StrCpy $2 "$2,desk"
  ${EndIf}
  StrCpy $2 $2 "" 1
  WriteRegStr HKLM "${settingsKey}" Parts "$2"
  WriteRegStr HKLM "${settingsKey}" Address "$address"
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

SectionEnd

!macro choosePart part section
  ${If} $2 == "${part}"
    !insertmacro SelectSection ${section}
    StrCpy $4 "known"
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(notWindows64)" /SD IDOK
    Abort
  ${EndIf}
  SetRegView 64
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ADDRESS=" $address
  ${If} ${Errors}
    ReadRegStr $address HKLM "${settingsKey}" Address
  ${EndIf}
  ${If} $address == ""
    StrCpy $address "http://127.0.0.1:4180"
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/PARTS=" $1
  ${If} ${Errors}
    ReadRegStr $1 HKLM "${settingsKey}" Parts
  ${EndIf}
  ${If} $1 != ""
    !insertmacro UnselectSection ${partHub}
    StrCpy $3 1
    ${Do}
      ClearErrors
      ${WordFind} $1 "," "E+$3" $2
      ${If} ${Errors}
        ${If} $3 > 1
          ${ExitDo}
        ${EndIf}
        StrCpy $2 $1
      ${EndIf}
      StrCpy $4 ""
      !insertmacro choosePart "hub" ${partHub}
      !insertmacro choosePart "kiosk" ${partKiosk}
      !insertmacro choosePart "lobby" ${partLobby}
      !insertmacro choosePart "desk" ${partDesk}
      ${If} $4 == ""
        MessageBox MB_ICONSTOP "$(notPart)" /SD IDOK
        SetErrorLevel 2
        Abort
      ${EndIf}
      IntOp $3 $3 + 1
    ${Loop}
  ${EndIf}
  Call isAddress
  ${If} $0 != "yes"
    MessageBox MB_ICONSTOP "$(notAddress)" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

; $0 becomes "yes" where $address can be one; what stands behind its last / goes.
Function isAddress
  StrCpy $1 $address 1 -1
  ${If} $1 == "/"
    StrCpy $address $address -1
  ${EndIf}
  StrCpy $0 "yes"
  StrCpy $1 $address 7
  StrCpy $2 $address 8
  ${If} $1 != "http://"
  ${AndIf} $2 != "https://"
    StrCpy $0 "no"
  ${EndIf}
FunctionEnd

; Nothing chosen is no installation.
Function .onSelChange
  ${IfNot} ${SectionIsSelected} ${partHub}
  ${AndIfNot} ${SectionIsSelected} ${partKiosk}
  ${AndIfNot} ${SectionIsSelected} ${partLobby}
  ${AndIfNot} ${SectionIsSelected} ${partDesk}
    MessageBox MB_ICONINFORMATION "$(nothing)" /SD IDOK
    !insertmacro SelectSection ${partHub}
  ${EndIf}
FunctionEnd

Var addressField

; Where the main computer is another one, its windows have to know where.
Function askAddress
  ${If} ${SectionIsSelected} ${partHub}
    StrCpy $address "http://127.0.0.1:4180"
    Abort
  ${EndIf}
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "$(address)"
  Pop $0
  ${NSD_CreateText} 0 28u 100% 14u "$address"
  Pop $addressField
  nsDialogs::Show
FunctionEnd

Function takeAddress
  ${NSD_GetText} $addressField $address
  Call isAddress
  ${If} $0 != "yes"
    MessageBox MB_ICONEXCLAMATION "$(notAddress)"
    Abort
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section "un.$(program)"
  SectionIn RO
  !insertmacro removeParts
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${uninstallKey}"
  DeleteRegKey HKLM "${settingsKey}"
  DeleteRegValue HKLM "Software\Policies\Microsoft\Windows\EdgeUI" AllowEdgeSwipe
SectionEnd

; Not chosen unless somebody does: uninstall.exe /S leaves the data.
Section /o "un.$(data)"
  !insertmacro setDataFolder
  RMDir /r "$R9"
SectionEnd
