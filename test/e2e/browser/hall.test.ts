import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Spoken } from '../../../renderer/display/use-announcer';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, password } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { smallHall } from '../../support/small-hall';
import {
  picture,
  pressKey,
  readyForNextStep,
  signIn,
  staffPage,
  takeDesk,
  waitingNumbers,
} from '../../support/staff-page';

// One visitor's way through the hall, seen on three screens at once.

declare global {
  var spoken: Spoken[];
}

let browser: Browser;
let hall: RunningHall;
let kiosk: Page;
let desk: Page;
let display: Page;

beforeAll(async () => {
  browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
  hall = await startHall({ site: smallHall });
  await makeAdmin(hall);
  await makeUser(hall, { username: 'siti', displayName: 'Siti Rahmawati', role: 'staff' });

  kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  await kiosk.goto(`${hall.url}/kiosk`);
  display = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await display.addInitScript(() => {
    globalThis.spoken = [];
    document.addEventListener('antre:spoken', (event) => {
      globalThis.spoken.push((event as CustomEvent<Spoken>).detail);
    });
  });
  await display.goto(`${hall.url}/display`);
  desk = await staffPage(browser, hall.url);
  await signIn(desk, 'siti', password);
  await takeDesk(desk, '4');
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const onStage = () => display.getByRole('region', { name: 'Nomor antrean' });
const heard = () => display.evaluate(() => globalThis.spoken.map(({ number, clips }) => ({ number, clips })));

test('a tap on the kiosk is a number at the desk, and its call is shown and spoken in the lobby', async () => {
  await kiosk.getByTestId('counter-L').tap();
  await kiosk.getByTestId('number').getByText('LB-001').waitFor();
  await expect.poll(() => waitingNumbers(desk)).toEqual(['LB-001']);

  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  await onStage().getByText('LB-001').waitFor();
  await onStage().getByText('Loket 4').waitFor();
  await expect.poll(heard).toEqual([
    {
      number: 'LB-001',
      clips: [
        'id/chime',
        'id/queue-number',
        'id/letter-l',
        'id/letter-b',
        'id/number-0',
        'id/number-0',
        'id/number-1',
        'id/please-go-to',
        'id/desk',
        'id/number-4',
      ],
    },
  ]);
  await picture(display, 'hall-display');
  await picture(kiosk, 'hall-kiosk');
  await picture(desk, 'hall-desk');
});

test('a recall is spoken again, once', async () => {
  await readyForNextStep(desk, 'Mulai melayani');
  await pressKey(desk, 'r');
  await onStage().getByText('Panggilan ulang').waitFor();
  await expect.poll(async () => (await heard()).map(({ number }) => number)).toEqual(['LB-001', 'LB-001']);
});

test('while the only officer has a break the kiosk says so, and afterwards gives numbers again', async () => {
  await pressKey(desk, 's');
  await readyForNextStep(desk, 'Selesai');
  await pressKey(desk, 'f');
  await desk.getByText('Tidak ada yang dilayani').waitFor();
  await expect
    .poll(() => desk.getByRole('button', { name: 'Istirahat' }).getAttribute('aria-disabled'))
    .toBeNull();
  await desk.getByRole('button', { name: 'Istirahat' }).click();
  await desk.getByRole('button', { name: 'Salat' }).click();
  await desk.getByRole('button', { name: 'Mulai istirahat' }).click();
  await desk.getByRole('heading', { name: 'Salat' }).waitFor();
  const tile = kiosk.getByTestId('counter-L');
  await expect.poll(() => tile.textContent()).toMatch(/Istirahat|Berhenti sebentar/);
  await readyForNextStep(desk, 'Buka loket lagi');
  await desk.getByRole('button', { name: 'Buka loket lagi' }).click();
  await expect.poll(() => tile.textContent()).not.toMatch(/Istirahat|Berhenti sebentar/);
});

test('the server restarts under all three: each comes back by itself and nothing is spoken again', async () => {
  await hall.halt();
  await desk.getByText(/^Sambungan putus/).waitFor();
  await hall.resume();
  await desk.getByText('Tersambung').waitFor();
  await kiosk.getByTestId('counter-L').tap();
  await kiosk.getByTestId('number').getByText('LB-002').waitFor();
  await expect.poll(() => waitingNumbers(desk)).toEqual(['LB-002']);
  await readyForNextStep(desk, 'Panggil berikutnya');
  await pressKey(desk, 'Space');
  await onStage().getByText('LB-002').waitFor();
  await expect
    .poll(async () => (await heard()).map(({ number }) => number))
    .toEqual(['LB-001', 'LB-001', 'LB-002']);
});
