import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FoundPrinters } from '../../../electron/contract/printers';
import { type LaunchedAntre, launchAntre } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

/** Looks for printers, as the first admin. */
async function findPrinters({ kiosk }: LaunchedAntre, dataDir: string): Promise<FoundPrinters> {
  await kiosk.waitForURL(/\/kiosk$/);
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  return await kiosk.evaluate(async (setUpCode) => {
    const post = async (path: string, body: unknown) => {
      const answer = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return await answer.json();
    };
    const password = 'a long enough password';
    await post('/setup', { code: setUpCode, username: 'admin', password, displayName: 'Admin' });
    return await post('/admin/printers/find', { addresses: [] });
  }, code);
}

test('each add-on loads in Electron as it came, lists what is attached, and the main process goes on', async () => {
  const dataDir = temporaryFolder();
  const antre = await launchAntre(dataDir, {}, 'load-add-ons.cjs');
  const { unsearched } = await findPrinters(antre, dataDir);
  expect(unsearched).toEqual([]);
  const listed = await antre.electron.evaluate(async () => {
    const load = Reflect.get(globalThis, 'loadAddOn');
    const Database = load('better-sqlite3');
    // A kernel without USB has no list of it, a system without udevadm none of serial ports.
    const none = () => [];
    const lists = {
      'better-sqlite3': new Database(':memory:').prepare('SELECT 1 AS one').all(),
      'node-hid': await load('node-hid').devicesAsync(),
      usb: await load('usb').webusb.getDevices().catch(none),
      serialport: await load('serialport').SerialPort.list().catch(none),
    };
    return Object.entries(lists).map(([name, list]) => `${name}: ${Array.isArray(list) ? 'a list' : list}`);
  });
  expect(listed).toEqual(['better-sqlite3: a list', 'node-hid: a list', 'usb: a list', 'serialport: a list']);
  await antre.kiosk.getByTestId('counter-KJ').click();
  expect(await antre.kiosk.getByTestId('number').textContent()).toBe('KJ-001');
  expect(antre.logged().filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('a machine without the libraries starts, says what to install, and finds no USB printers', {
  tags: 'long',
}, async () => {
  const dataDir = temporaryFolder();
  const antre = await launchAntre(dataDir, { ANTRE_SCANNER: 'serial:/dev/ttyACM0' }, 'without-libraries.cjs');
  expect(await findPrinters(antre, dataDir)).toMatchObject({ unsearched: ['usb', 'serial'] });
  await antre.waitForLog('HID devices can not be read; on Debian: apt-get install libusb-1.0-0 libudev1');
  await antre.waitForLog('serial_scanner');
  expect(antre.logged().find(({ msg }) => msg === 'serial_scanner')).toMatchObject({ state: 'unavailable' });
  await antre.kiosk.getByTestId('counter-KJ').click();
  expect(await antre.kiosk.getByTestId('number').textContent()).toBe('KJ-001');
});
