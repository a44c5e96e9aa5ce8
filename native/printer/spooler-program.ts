/**
 * What Windows' own PowerShell is asked to run, once, for as long as it is needed: it says `ready` once it is, and then
 * answers one line to each line it is told, texts and bytes in base64.
 *
 *     list                  names NAME …         the printers that Windows knows
 *     look NAME             ok                   whether its spooler would take a document for that printer
 *     print NAME BYTES      ok                   a document of these bytes as they are (RAW), whole
 *                           error CODE SENT      the system's error; SENT: whether bytes may be in the spooler,
 *                                                `some` or `none`
 *
 * OpenPrinter, StartDocPrinter, WritePrinter and so on: Windows' print spooler, winspool.h. By P/Invoke, since each add-on
 * for them would have to be compiled.
 */
export const spoolerProgram = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

public static class Spooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  struct Document {
    [MarshalAs(UnmanagedType.LPWStr)] public string Name;
    [MarshalAs(UnmanagedType.LPWStr)] public string OutputFile;
    [MarshalAs(UnmanagedType.LPWStr)] public string DataType;
  }

  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinterW(IntPtr printer, int level, ref Document document);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);

  public static string Look(string name) {
    IntPtr printer;
    if (!OpenPrinterW(name, out printer, IntPtr.Zero)) return Fault("none");
    ClosePrinter(printer);
    return "ok";
  }

  public static string Print(string name, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinterW(name, out printer, IntPtr.Zero)) return Fault("none");
    try {
      Document document = new Document { Name = "Antre", DataType = "RAW" };
      if (StartDocPrinterW(printer, 1, ref document) == 0) return Fault("none");
      string fault = null;
      if (!StartPagePrinter(printer)) fault = Fault("none");
      for (int at = 0; fault == null && at < bytes.Length;) {
        byte[] rest = new byte[bytes.Length - at];
        Array.Copy(bytes, at, rest, 0, rest.Length);
        int written;
        if (!WritePrinter(printer, rest, rest.Length, out written) || written == 0) fault = Fault(at == 0 ? "none" : "some");
        at += written;
      }
      EndPagePrinter(printer);
      if (!EndDocPrinter(printer) && fault == null) fault = Fault("some");
      return fault ?? "ok";
    } finally {
      ClosePrinter(printer);
    }
  }

  static string Fault(string sent) {
    return "error " + Marshal.GetLastWin32Error() + " " + sent;
  }
}
'@
$utf8 = [Text.Encoding]::UTF8
[Console]::Out.WriteLine('ready')
[Console]::Out.Flush()
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $word, $name, $bytes = $line -split ' '
  if ($name) { $name = $utf8.GetString([Convert]::FromBase64String($name)) }
  $answer = switch ($word) {
    'list' {
      $names = Get-CimInstance Win32_Printer | ForEach-Object { [Convert]::ToBase64String($utf8.GetBytes($_.Name)) }
      (@('names') + @($names)) -join ' '
    }
    'look' { [Spooler]::Look($name) }
    'print' { [Spooler]::Print($name, [Convert]::FromBase64String($bytes)) }
  }
  [Console]::Out.WriteLine($answer)
  [Console]::Out.Flush()
}
`;
