import { expect, test } from 'vitest';
import type { PrinterCause, PrinterState } from '../../electron/contract/printer-status';
import type { PrinterNow } from '../../electron/contract/printers';
import { neededCause, needsSomebody } from '../../renderer/ui/office/printer-needs';

function printer(state: PrinterState, cause: PrinterCause | null, bringPaper: boolean): PrinterNow {
  return {
    id: 'printer-1',
    deviceId: 'kiosk-1',
    name: 'Kasir',
    target: 'tcp://127.0.0.1:9100',
    status: { state, cause, detail: '' },
    printing: true,
    ticketsLeft: 12,
    bringPaper,
    printedSinceRoll: 400,
  };
}

test('a printer that names no fault, or can’t be asked, needs somebody for its paper alone, and that is what is said', () => {
  const silent = printer('ready', 'cannot_tell', true);
  expect([needsSomebody(silent), neededCause(silent)]).toEqual([true, 'paper_low']);
  const counted = printer('ready', null, true);
  expect([needsSomebody(counted), neededCause(counted)]).toEqual([true, 'paper_low']);
  expect(needsSomebody(printer('ready', 'cannot_tell', false))).toBe(false);
  const open = printer('cover_open', 'cover_open', true);
  expect([needsSomebody(open), neededCause(open)]).toEqual([true, 'cover_open']);
});
