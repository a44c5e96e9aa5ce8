import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { launchAntre, waitFor } from '../../support/electron-app';
import { keepPicture } from '../../support/keep-picture';
import { temporaryFolder } from '../../support/temporary-store';

/** A counter of the practice site with one service that needs no documents: one tap gives the number. */
const oneTapCounter = 'counter-KJ';

test('a tap in the window becomes a row on disk, paper at the printer, and a ticket that can be called', async () => {
  const printer = await startFakePrinter();
  onTestFinished(() => printer.close());
  const dataDir = temporaryFolder();
  const { kiosk } = await launchAntre(dataDir, { ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}` });

  await kiosk.getByTestId(oneTapCounter).click();
  expect(await kiosk.getByTestId('number').textContent()).toBe('KJ-001');
  await printer.until(() => printer.papers.length === 1, 15_000);
  expect(printer.papers[0]?.cut).toBe(true);
  expect(printer.papers[0]?.lines.join('\n')).toMatch(/KJ-001 {2}\d\d\/\d\d\/\d{4} \d\d\.\d\d\.\d\d/);

  const database = new Database(join(dataDir, 'antre.sqlite'), { readonly: true });
  onTestFinished(() => void database.close());
  const rows = database.prepare('SELECT prefix, sequence, status, paper, practice, deviceId FROM tickets');
  await waitFor(() => (rows.get() as { status: string }).status === 'waiting', 'the ticket to be waiting');
  expect(rows.all()).toEqual([
    { prefix: 'KJ', sequence: 1, status: 'waiting', paper: 'printed', practice: 1, deviceId: 'kiosk-1' },
  ]);
  await keepPicture(kiosk, 'test-results/electron-ticket.png');
});

test('the kiosk fills the screen and is the whole of it', { tags: 'long' }, async () => {
  const { kiosk, electron } = await launchAntre(temporaryFolder());
  await kiosk.getByTestId(oneTapCounter).waitFor();
  const { window, screen } = await electron.evaluate((main) => {
    const [only] = main.BrowserWindow.getAllWindows();
    return { window: only?.getBounds(), screen: main.screen.getPrimaryDisplay().bounds };
  });
  expect(window).toEqual(screen);
  await keepPicture(kiosk, `test-results/electron-kiosk-${screen.width}x${screen.height}.png`);
});

test('behind a long press on the logo stands the set-up code, which ends the kiosk', async () => {
  const dataDir = temporaryFolder();
  const { kiosk, ended } = await launchAntre(dataDir);
  const logo = kiosk.getByTestId('logo');
  await logo.hover();
  await kiosk.mouse.down();
  const code = kiosk.getByTestId('setup-code');
  await code.waitFor();
  await kiosk.mouse.up();
  expect(await code.textContent()).toBe(readFileSync(join(dataDir, 'setup-code'), 'utf8').trim());
  await keepPicture(kiosk, 'test-results/electron-exit.png');
  await kiosk.getByRole('button', { name: 'Tutup' }).click();
  expect(await ended).toBe(0);
});
