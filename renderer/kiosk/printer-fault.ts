import type { KioskSnapshot, PrinterState } from '../../electron/contract/operation';
import type { TextKey } from './texts';

const faults: Partial<Record<PrinterState, TextKey>> = {
  paper_out: 'paperOut',
  cover_open: 'coverOpen',
  error: 'printerError',
  offline: 'printerOffline',
  none: 'printerNone',
};

/** Why no paper can come out now, as a text's key; null while the printer can print. */
export function printerFault(kiosk: KioskSnapshot): TextKey | null {
  return faults[kiosk.printer.state] ?? null;
}
