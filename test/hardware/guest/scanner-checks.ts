import { deepEqual } from 'node:assert/strict';
import { SerialScanner } from '../../../native/scanner/serial-scanner';
import { until } from '../../support/until';
import { check } from './check';
import { UsbSerialScanner } from './usb-serial-scanner';

/** Our own listening to a scanner at a serial port, against the kernel's driver of USB serial ports. */
export async function checkSerialScanner(): Promise<void> {
  await check('a scanner with a USB serial port is heard whenever it is plugged in', async () => {
    const device = new UsbSerialScanner();
    const told: string[] = [];
    const scanner = new SerialScanner({
      address: { path: '/dev/ttyACM0', baudRate: 9600 },
      onScan: (text) => void told.push(`scan ${text}`),
      onState: (state) => void told.push(state),
    });
    await until('it is missed', () => told.at(-1) === 'gone');
    for (const code of ['http://10.0.0.5:4180/t/abcdefghijklmnopqrstuv', 'A-002']) {
      await device.plug();
      await until('it works', () => told.at(-1) === 'working', 30_000);
      device.send(Buffer.from(`${code}\r`));
      await until('the code is heard', () => told.at(-1) === `scan ${code}`);
      await device.unplug();
      await until('it is gone', () => told.at(-1) === 'gone');
    }
    deepEqual(told, [
      'gone',
      'working',
      'scan http://10.0.0.5:4180/t/abcdefghijklmnopqrstuv',
      'gone',
      'working',
      'scan A-002',
      'gone',
    ]);
    scanner.stop();
  });
}
