import type { PrinterCause } from '../../../electron/contract/printer-status';
import type { PrinterNow } from '../../../electron/contract/printers';

/** Whether somebody can do something about a printer: it doesn't print, or its paper ends soon. */
export function needsSomebody({ status, bringPaper }: PrinterNow): boolean {
  if (status.cause === 'cannot_tell') return bringPaper;
  return bringPaper || status.cause !== null;
}

/** What is the matter with a printer that needs somebody. One that names nothing, or can't tell, is low on paper by its count. */
export function neededCause({ status }: PrinterNow): PrinterCause {
  return status.cause === null || status.cause === 'cannot_tell' ? 'paper_low' : status.cause;
}
