import type { PrinterNow } from '../../../electron/contract/printers';

/** Whether somebody can do something about a printer: it doesn't print, or its paper ends soon. */
export function needsSomebody({ status, bringPaper }: PrinterNow): boolean {
  if (status.cause === 'cannot_tell') return bringPaper;
  return bringPaper || status.cause !== null;
}
