import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import type { Board } from '../../../electron/contract/lobby';
import { launchAntre } from '../../support/electron-app';
import { type ElectronHid, plugHid } from '../../support/electron-hid';
import { launchHeadless, password } from '../../support/headless-antre';
import { buttonBox } from '../../support/hid-devices';
import { keepPicture } from '../../support/keep-picture';
import { plugSerialScanner } from '../../support/serial-scanner';
import { signIn } from '../../support/staff-page';
import { temporaryFolder } from '../../support/temporary-store';

/** The button box at this machine, which test/support/fake-node-hid.cjs plugs in. */
function boxOf(electron: ElectronApplication) {
  let box: ElectronHid | undefined;
  return {
    plugIn: async () => {
      box = await plugHid(electron, buttonBox);
    },
    press: async (button: number) => {
      await box?.report([button, 0]);
      await box?.report([0, 0]);
    },
    pullOut: async () => await box?.unplug(),
  };
}

/** Where a test may put a serial port: Antre takes none outside of /dev. */
function portFolder(): string {
  const folder = mkdtempSync('/dev/shm/antre-port-');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a button box is learnt by pressing it, works behind other windows, and is missed when pulled out', async () => {
  const hub = await launchHeadless(temporaryFolder());
  await (await hub.setUp()).officerAt('1');
  for (let taken = 0; taken < 3; taken += 1) await hub.takeNumber('A');
  const scannedAtDesk = await hub.takeNumber('A');
  const port = join(portFolder(), 'ttyACM0');
  const {
    kiosk: desk,
    electron,
    waitForLog,
  } = await launchAntre(
    temporaryFolder(),
    { ANTRE_HUB: hub.url, ANTRE_SURFACE: 'desk', ANTRE_SCANNER: `serial:${port}` },
    'fake-node-hid.cjs',
  );
  await signIn(desk, 'petugas-1', password);
  await desk.getByRole('heading', { name: /^Menunggu/ }).waitFor();

  const box = boxOf(electron);
  await box.plugIn();
  await waitForLog('button_boxes');
  await desk.getByRole('button', { name: 'Ubah tombol', exact: true }).click();
  const choiceOf = (name: string) => desk.getByRole('button', { name: `Ubah tombol ${name}`, exact: true });
  const listen = async (name: string) => {
    await choiceOf(name).click();
    await choiceOf(name).getByText('Tekan tombolnya').waitFor();
  };
  const learn = async (name: string, button: number) => {
    await listen(name);
    await box.press(button);
    await choiceOf(name).getByText('Sudah diatur').waitFor();
  };
  await learn('Langkah berikutnya', 1);
  await learn('Panggil ulang', 2);
  // One button does one thing: the newest.
  await learn('Selesai saja', 2);
  await desk.getByText('Tombol itu tadinya untuk Panggil ulang. Sekarang untuk Selesai saja.').waitFor();
  await keepPicture(desk, 'test-results/desk-button-moved.png');
  await choiceOf('Panggil ulang').getByText('Belum diatur').waitFor();
  await desk.getByRole('button', { name: 'Kosongkan tombol Selesai saja', exact: true }).click();
  await choiceOf('Selesai saja').getByText('Belum diatur').waitFor();
  // Pulled out while it is to be pressed.
  await listen('Panggil ulang');
  await box.pullOut();
  await desk.getByText('Kotak tombol tidak terbaca', { exact: false }).waitFor();
  await choiceOf('Panggil ulang').getByText('Tekan tombolnya').waitFor();
  await box.plugIn();
  await desk.getByText('Kotak tombol tidak terbaca', { exact: false }).waitFor({ state: 'detached' });
  await box.press(2);
  await choiceOf('Panggil ulang').getByText('Sudah diatur').waitFor();
  await learn('Selesai saja', 3);
  await keepPicture(desk, 'test-results/desk-buttons-learnt.png');
  await desk.getByRole('button', { name: 'Tutup', exact: true }).last().click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });

  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  /** The number at the desk, or nothing. */
  const atDesk = async () => {
    const strong = desk.getByRole('region', { name: 'Di loket ini' }).locator('strong');
    return (await strong.allTextContents())[0] ?? '';
  };
  // After each press the desk is deaf for a moment, so that a double press is one.
  const pressUntil = async (button: number, look: () => Promise<string>, wanted: string) => {
    const pressed = async () => {
      await box.press(button);
      return await look();
    };
    await expect.poll(pressed, { interval: 300 }).toBe(wanted);
  };
  await pressUntil(1, atDesk, 'A-001');
  await pressUntil(2, () => lastCall(hub.url), 'A-001 again');
  await pressUntil(3, atDesk, '');
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());

  const missing = desk.getByText('Kotak tombol terlepas', { exact: false });
  await box.pullOut();
  await missing.waitFor();
  await keepPicture(desk, 'test-results/desk-button-box-gone.png');
  await box.plugIn();
  await missing.waitFor({ state: 'detached' });
  await pressUntil(1, atDesk, 'A-002');
  await pressUntil(3, atDesk, '');

  await desk.getByText('Pemindai terlepas', { exact: false }).waitFor();
  const scanner = await plugSerialScanner(port);
  await desk.getByText('Pemindai terlepas', { exact: false }).waitFor({ state: 'detached' });
  scanner.send([0xff, 0xfe, 0x0d]);
  await desk.getByText('Kode itu bukan tiket balai ini.').waitFor();
  await desk.getByRole('button', { name: 'Tutup', exact: true }).click();
  await desk.getByText('Kode pemindai tidak terbaca', { exact: false }).waitFor();
  await keepPicture(desk, 'test-results/desk-scanner-garbled.png');
  scanner.send(`http://10.0.0.5:4180/t/${scannedAtDesk.token}\r`);
  await expect.poll(atDesk).toBe(scannedAtDesk.number);
  await scanner.unplug();
});

/** The newest call that the lobby's screen shows, and whether it was called again. */
async function lastCall(hub: string): Promise<string> {
  const { calls } = (await (await fetch(`${hub}/api/v1/board`)).json()) as Board;
  return calls[0] ? `${calls[0].number}${calls[0].recall ? ' again' : ''}` : '';
}
