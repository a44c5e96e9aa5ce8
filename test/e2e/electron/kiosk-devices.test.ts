import { expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { launchAntre } from '../../support/electron-app';
import { plugHid } from '../../support/electron-hid';
import { keypad, scanner, wholeTouchPanel } from '../../support/hid-devices';
import { keepPicture } from '../../support/keep-picture';
import { ticketAddress } from '../../support/keyboard-scanner';
import { temporaryFolder } from '../../support/temporary-store';

/** A counter of the practice site with one service that needs no documents: one tap gives the number. */
const oneTapCounter = 'counter-KJ';

/** The report by which a HID POS scanner tells a code that fits in one. */
function scannedReport(text: string): number[] {
  return [2, text.length, ...Buffer.from(`]Q1${text}`), ...Array<number>(59 - text.length).fill(0)];
}

test('a ticket under the kiosk’s scanner is shown, and a touch screen that comes loose is missed until it is back', async () => {
  const { kiosk, electron, waitForLog } = await launchAntre(temporaryFolder(), {}, 'fake-node-hid.cjs');
  const given = kiosk.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'));
  await kiosk.getByTestId(oneTapCounter).click();
  const ticket = (await (await given).json()) as HolderTicket;
  await kiosk.getByText('Ini gambar tiket Anda').waitFor();
  await waitForLog('hid_devices');

  const reader = await plugHid(electron, scanner);
  await waitForLog('scanner');
  await reader.report(scannedReport(ticketAddress(ticket)));
  await kiosk.getByText('Selesaikan dulu yang ada di layar ini').waitFor();
  await keepPicture(kiosk, 'test-results/electron-scan-later.png');
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await reader.report(scannedReport(ticketAddress(ticket)));
  await kiosk.getByText('Menunggu dipanggil').waitFor();
  expect(await kiosk.getByTestId('number').textContent()).toBe(ticket.number);
  await keepPicture(kiosk, 'test-results/electron-scanned.png');

  const panel = await plugHid(electron, ...wholeTouchPanel);
  await waitForLog('touch_screen');
  // It says a touch, by the path of all its collections: nobody takes it for anything else.
  await panel.report([1, 3, 0, 10, 10]);
  await panel.unplug();
  const notice = kiosk.getByRole('alert').filter({ hasText: 'Layar sentuh terlepas' });
  await notice.filter({ hasText: 'meja informasi' }).waitFor();
  await keepPicture(kiosk, 'test-results/electron-touch-gone-scanned.png');
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await kiosk.getByTestId(oneTapCounter).waitFor();
  await plugHid(electron, keypad);
  await notice.filter({ hasText: 'papan ketik' }).waitFor();
  await keepPicture(kiosk, 'test-results/electron-touch-gone.png');
  await plugHid(electron, ...wholeTouchPanel);
  await notice.waitFor({ state: 'detached' });
});
