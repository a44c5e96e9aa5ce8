import { PowerShell, type PowerShellSilence, powerShellText } from '../power-shell';
import { spoolerProgram } from './spooler-program';
import type { PrinterLine, Transport, TransportFault, WriteResult } from './transport';

/** Milliseconds. */
const longestList = 8000;
const longestStart = 20_000;

/**
 * A printer by the name that Windows gives it, through its spooler: each write is one document of bytes as they are (RAW).
 * To open looks only whether the spooler knows the printer; where PowerShell has to be started first, that may take as
 * long again. Nothing ever comes back of what the printer does with it.
 */
export function spoolerTransport(name: string): Transport {
  const spooler = new PowerShell(spoolerProgram);
  return {
    async open(deadline) {
      const answer = await spooler.ask(['look', powerShellText.write(name)], deadline);
      const fault = faultOf(answer);
      return fault ? { ok: false, fault } : { ok: true, line: lineTo(spooler, name) };
    },
    close: () => spooler.close(),
  };
}

/** The printers that Windows knows, by their names; none where this is no Windows. Never rejects. */
export async function listSpoolerPrinters(): Promise<readonly string[]> {
  const spooler = new PowerShell(spoolerProgram);
  const answer = await spooler.ask(['list'], longestList, longestStart);
  spooler.close();
  return typeof answer === 'string' || answer[0] !== 'names' ? [] : answer.slice(1).map(powerShellText.read);
}

function lineTo(spooler: PowerShell, name: string): PrinterLine {
  let closed = false;
  return {
    async write(bytes, deadline): Promise<WriteResult> {
      if (closed) return { ok: false, fault: 'lost', sent: 'none' };
      const document = Buffer.from(bytes).toString('base64');
      const answer = await spooler.ask(['print', powerShellText.write(name), document], deadline);
      const fault = faultOf(answer);
      if (!fault) return { ok: true };
      const noneWent =
        answer === 'missing' || answer === 'starting' || (Array.isArray(answer) && answer[2] === 'none');
      return { ok: false, fault, sent: noneWent ? 'none' : 'some' };
    },
    // It never says anything, and a loss shows at the next write.
    onData: () => undefined,
    onLost: () => undefined,
    close: () => {
      closed = true;
    },
  };
}

/** Null where all is well. Numbers by winerror.h. */
function faultOf(answer: readonly string[] | PowerShellSilence): TransportFault | null {
  if (answer === 'missing') return 'spooler_missing';
  if (answer === 'timed_out' || answer === 'starting') return 'timed_out';
  if (answer === 'ended') return 'lost';
  const [word, code] = answer;
  if (word === 'ok') return null;
  switch (code) {
    // ERROR_FILE_NOT_FOUND, ERROR_INVALID_PRINTER_NAME, ERROR_PRINTER_NOT_FOUND
    case '2':
    case '1801':
    case '3012':
      return 'not_found';
    // ERROR_ACCESS_DENIED
    case '5':
      return 'denied';
    // RPC_S_SERVER_UNAVAILABLE: the spooler's service does not run
    case '1722':
      return 'spooler_missing';
    default:
      return 'lost';
  }
}
