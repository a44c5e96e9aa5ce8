import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { openKiosk } from '../../support/kiosk-screen';
import { widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';

// A number whose paper is out, taken along on the phone by the code on the kiosk's screen.

let browser: Browser;
let printer: FakePrinter;
let hall: RunningHall;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  printer = await startFakePrinter();
  hall = await startHall({
    site: busySite(),
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  printer.become({ paper: 'out' });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await hall?.end();
  await printer?.close();
});

/** Takes a number at a kiosk without paper. */
async function takeAtKiosk(): Promise<{ kiosk: Page; ticket: HolderTicket }> {
  const kiosk = await openKiosk(browser, hall.url);
  await kiosk.getByRole('status').filter({ hasText: 'Kertas tiket habis' }).waitFor();
  const answer = kiosk.waitForResponse(
    (each) => each.url().endsWith('/api/v1/tickets') && each.status() === 201,
  );
  await kiosk.getByTestId('counter-BJ').tap();
  const ticket = (await (await answer).json()) as HolderTicket;
  await kiosk
    .getByText(
      /^Tekan dalam \d+ detik, atau di HP dalam 2 menit\. Setelah itu nomor batal, kecuali tiketnya keluar\.$/,
    )
    .waitFor();
  return { kiosk, ticket };
}

async function openPhone({ token }: HolderTicket, width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(`${hall.url}/t/${token}`);
  return phone;
}

const statusOf = async ({ token }: HolderTicket) =>
  ((await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket).status;

test('by the code on the kiosk’s screen a number is kept on the phone, in three languages, and the kiosk says so', async () => {
  const { kiosk, ticket } = await takeAtKiosk();
  for (const width of [320, 390]) {
    const phone = await openPhone(ticket, width);
    for (const [language, button, left] of [
      ['Indonesia', 'Pakai nomor BJ-001', /^Tekan dalam 2 menit\./],
      ['English', 'Keep number BJ-001', /^Press within 2 minutes\./],
      ['Basa Jawa', 'Agem nomer BJ-001', /^Mangga pencet salebetipun 2 menit\./],
    ] as const) {
      await phone.getByRole('button', { name: language }).click();
      await phone.getByRole('button', { name: button }).waitFor();
      await phone.getByRole('timer').filter({ hasText: left }).waitFor();
      await keepPicture(phone, `test-results/keep/phone-${width}-${language}.png`);
      expect(await widthFaults(phone)).toEqual([]);
    }
    expect(await axeFaults(phone)).toEqual([]);
    await phone.close();
  }
  await keepPicture(kiosk, 'test-results/keep/kiosk.png');
  const phone = await openPhone(ticket);
  await phone.getByRole('button', { name: 'Pakai nomor BJ-001' }).click();
  await phone.getByRole('button', { name: 'Bunyikan HP saat dipanggil' }).waitFor();
  expect(await phone.getByRole('button', { name: 'Pakai nomor BJ-001' }).count()).toBe(0);
  expect(await statusOf(ticket)).toBe('waiting');
  await kiosk.getByText('Ingat nomor Anda').waitFor();
});

test('by phone the number may be kept until three minutes are over, and no longer', {
  tags: 'long',
}, async () => {
  const { ticket } = await takeAtKiosk();
  let passed = 0;
  // The watch looks each second, and counts no more than ten seconds between two looks.
  const passTo = (seconds: number) =>
    expect
      .poll(
        () => {
          hall.clock.advance({ seconds: 10 });
          passed += 10;
          return passed;
        },
        { interval: 1_200 },
      )
      .toBeGreaterThanOrEqual(seconds);
  await passTo(140);
  expect(await statusOf(ticket)).toBe('printing');
  const phone = await openPhone(ticket);
  await phone.getByRole('button', { name: 'Pakai nomor BJ-001' }).waitFor();
  await phone
    .getByRole('timer')
    .filter({ hasText: /^Tekan dalam \d+ detik\./ })
    .waitFor();
  await passTo(200);
  await phone.getByText('Nomor ini tidak berlaku karena tiketnya tidak tercetak.').waitFor();
  expect(await statusOf(ticket)).toBe('void');
});
