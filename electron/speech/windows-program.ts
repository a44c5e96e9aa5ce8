/**
 * What Windows' own PowerShell is asked to run, once, for as long as it is needed: it says `ready` once it is, and then
 * answers one line to each line it is told, texts and bytes in base64.
 *
 *     voices                voices NAME CULTURE NAME CULTURE …
 *     say NAME TEXT         wav BYTES
 *     anything that fails   error WORDS
 *
 * Windows' newer voices (`Windows.Media.SpeechSynthesis`, where "Microsoft Andika" speaks Indonesian) are asked first, then those of
 * System.Speech. Plain text is what both are given: markup (SSML) has functions of its own, which aren't called.
 */
export const windowsSpeechProgram = `
$ErrorActionPreference = 'Stop'
$utf8 = [Text.Encoding]::UTF8
function Write-Base64([string] $text) { [Convert]::ToBase64String($utf8.GetBytes($text)) }
function Read-Base64([string] $text) { $utf8.GetString([Convert]::FromBase64String($text)) }
$newer = $null
$older = $null
try {
  Add-Type -AssemblyName System.Runtime.WindowsRuntime
  $null = [Windows.Media.SpeechSynthesis.SpeechSynthesizer, Windows.Media.SpeechSynthesis, ContentType = WindowsRuntime]
  $null = [Windows.Media.SpeechSynthesis.SpeechSynthesisStream, Windows.Media.SpeechSynthesis, ContentType = WindowsRuntime]
  $newer = New-Object Windows.Media.SpeechSynthesis.SpeechSynthesizer
  $asTask = [System.WindowsRuntimeSystemExtensions].GetMethods() | Where-Object {
    $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 -and
    $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation\`1'
  } | Select-Object -First 1
} catch { $newer = $null }
try {
  Add-Type -AssemblyName System.Speech
  $older = New-Object System.Speech.Synthesis.SpeechSynthesizer
} catch { $older = $null }

function Get-Voices {
  $found = @()
  if ($newer) {
    foreach ($voice in [Windows.Media.SpeechSynthesis.SpeechSynthesizer]::AllVoices) {
      $found += (Write-Base64 $voice.DisplayName), $voice.Language
    }
  }
  if ($older) {
    foreach ($installed in $older.GetInstalledVoices()) {
      if ($installed.Enabled) { $found += (Write-Base64 $installed.VoiceInfo.Name), $installed.VoiceInfo.Culture.Name }
    }
  }
  (@('voices') + $found) -join ' '
}

function Get-Wave([string] $name, [string] $text) {
  $memory = New-Object System.IO.MemoryStream
  $voice = $null
  if ($newer) {
    $voice = [Windows.Media.SpeechSynthesis.SpeechSynthesizer]::AllVoices |
      Where-Object { $_.DisplayName -eq $name } | Select-Object -First 1
  }
  if ($voice) {
    $newer.Voice = $voice
    $task = $asTask.MakeGenericMethod([Windows.Media.SpeechSynthesis.SpeechSynthesisStream]).Invoke(
      $null, @($newer.SynthesizeTextToStreamAsync($text)))
    $task.Wait()
    $stream = [System.IO.WindowsRuntimeStreamExtensions]::AsStreamForRead($task.Result)
    $stream.CopyTo($memory)
    $stream.Dispose()
  } else {
    $older.SelectVoice($name)
    $older.SetOutputToWaveStream($memory)
    $older.Speak($text)
    $older.SetOutputToNull()
  }
  'wav ' + [Convert]::ToBase64String($memory.ToArray())
}

[Console]::Out.WriteLine('ready')
[Console]::Out.Flush()
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $word, $name, $text = $line -split ' '
  try {
    $answer = if ($word -eq 'voices') { Get-Voices } else { Get-Wave (Read-Base64 $name) (Read-Base64 $text) }
  } catch { $answer = 'error ' + (Write-Base64 "$_") }
  [Console]::Out.WriteLine($answer)
  [Console]::Out.Flush()
}
`;
