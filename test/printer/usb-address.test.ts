import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPrinterTarget, parsePrinterTarget } from '../../electron/contract/printer-target';
import { devicesMeant, type UsbAddress } from '../../native/printer/usb-address';

const kind = { vendorId: 0x0416, productId: 0x5011 };
const at = (port: string | null, serial: string | null = null): UsbAddress => ({ ...kind, serial, port });
const left = at('0000:00:14.0-1');
const right = at('0000:00:14.0-2');
const behind = at('0000:00:14.0-3.1');

describe('a USB printer’s address', () => {
  test.each<[string, UsbAddress, UsbAddress[], UsbAddress[], UsbAddress[]]>([
    ['means the printer in its socket, whatever else is there', right, [left, right], [left], [right]],
    ['follows a printer that was put into another socket', left, [behind], [], [behind]],
    ['follows it past the printers of other addresses', left, [right, behind], [right], [behind]],
    ['never means the printer of another address', left, [right], [right], []],
    ['does not guess where two may be the one', left, [right, behind], [], []],
    ['follows a serial number', at('p-1', 'A'), [at('p-1', 'B'), at('p-2', 'A')], [], [at('p-2', 'A')]],
    [
      'tells printers that share a serial number apart by their sockets',
      at('p-2', 'A'),
      [at('p-1', 'A'), at('p-2', 'A')],
      [at('p-1', 'A')],
      [at('p-2', 'A')],
    ],
    ['means a printer of its kind put in its place', at('p-1', 'A'), [at('p-1', 'B')], [], [at('p-1', 'B')]],
    [
      'but not one that another address names by its number',
      at('p-1', 'A'),
      [at('p-1', 'B')],
      [at('p-2', 'B')],
      [],
    ],
    [
      'without a socket means each that is free, in order',
      at(null),
      [left, right, behind],
      [right],
      [left, behind],
    ],
    ['means no other kind', at(null), [{ ...left, productId: 0x0e28 }], [], []],
  ])('%s', (_name, address, attached, others, expected) => {
    expect(devicesMeant(address, attached, others)).toEqual(expected);
  });

  test('that was found while others were too means the same one again, in whatever order they come', () => {
    const devices = fc.uniqueArray(
      fc.record({
        serial: fc.constantFrom(null, 'A', 'B'),
        port: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-3.1', 'q-1'),
      }),
      { selector: ({ port }) => port, minLength: 1 },
    );
    fc.assert(
      fc.property(devices, fc.integer(), (found, turn) => {
        const chosen = found.map(({ serial, port }) => at(port, serial));
        const attached = [...chosen.slice(turn % chosen.length), ...chosen.slice(0, turn % chosen.length)];
        for (const address of chosen) {
          const others = chosen.filter((other) => other !== address);
          expect(devicesMeant(address, attached, others)).toEqual([address]);
        }
      }),
    );
  });

  test('reads as it was written', () => {
    const part = fc.stringMatching(/^[!-~]{1,20}$/).filter((text) => !text.includes('@'));
    fc.assert(
      fc.property(
        fc.option(part),
        fc.option(fc.stringMatching(/^[\w:.#()]{1,40}-\d{1,2}(\.\d{1,2}){0,3}$/)),
        (serial, port) => {
          const target = { kind: 'usb', ...kind, serial, port } as const;
          expect(parsePrinterTarget(formatPrinterTarget(target))).toEqual(target);
        },
      ),
    );
  });
});
