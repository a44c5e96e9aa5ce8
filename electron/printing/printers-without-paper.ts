import { askBeforeFirstByte, type Printer } from '../../native/printer/printer';
import { readyStatus } from '../../native/printer/status';

/** The printer of a kiosk that has none yet: the screen shows each ticket's picture, so all of them are out at once. */
export function screenPrinter(): Printer {
  return {
    status: readyStatus,
    onStatus: () => () => undefined,
    print: async (_ticket, beforeFirstByte) =>
      (await askBeforeFirstByte(beforeFirstByte)) ?? { kind: 'printed', proof: 'preview' },
    close: async () => undefined,
  };
}
