import type { KioskSnapshot } from '../../electron/contract/operation';
import type { PrinterCause, PrinterState } from '../../electron/contract/printer-status';
import type { TextKey } from '../i18n/kiosk-texts';

const faults: Partial<Record<PrinterState, TextKey>> = {
  paper_out: 'paperOut',
  cover_open: 'coverOpen',
  error: 'printerError',
  offline: 'printerOffline',
  none: 'printerNone',
};

/** What visitors can see of it themselves, told more exactly. */
const causes: Partial<Record<PrinterCause, TextKey>> = {
  cutter: 'cutterJammed',
  overheated: 'overheated',
  mechanical: 'paperJam',
};

/** Why no paper can come out now, as a text's key; null while the printer can print. */
export function printerFault({ printer }: KioskSnapshot): TextKey | null {
  const fault = faults[printer.state];
  if (!fault) return null;
  return (printer.cause && causes[printer.cause]) ?? fault;
}
