import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { axeFaults } from '../../support/axe-faults';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { keepPicture } from '../../support/keep-picture';
import { scan, ticketAddress } from '../../support/keyboard-scanner';
import { reachedPx } from '../../support/kiosk-mounting';
import { type KioskSize, kioskSizes, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { becomeAdmin } from '../../support/supervise';

// Every screen in every language, size and mode: nothing cut off, nothing over another, every target large enough,
// and axe content. A picture of each is kept in test-results/kiosk.

const pictures = 'test-results/kiosk';
const languages = { id: 'Indonesia', en: 'English', jv: 'Basa Jawa' } as const;
type Words = (typeof words)[keyof typeof languages];
const words = {
  id: {
    take: 'Ambil nomor',
    next: 'Berikut',
    bring: 'Yang dibawa',
    out: 'Silakan ambil tiket',
    paperOut: 'Kertas tiket habis',
    keep: /Pakai nomor/,
    cancel: /Batal,/,
  },
  en: {
    take: 'Take a number',
    next: 'Next',
    bring: 'What to bring',
    out: 'Please take your ticket',
    paperOut: 'Ticket paper has run out',
    keep: /Keep number/,
    cancel: /Cancel,/,
  },
  jv: {
    take: 'Mundhut nomer',
    next: 'Salajengipun',
    bring: 'Ingkang dipunbekta',
    out: 'Mangga kapundhut tiketipun',
    paperOut: 'Kertas tiket telas',
    keep: /Agem nomer/,
    cancel: /Boten sios/,
  },
} as const;

let hall: RunningHall;
let printer: FakePrinter;
let browser: Browser;

beforeAll(async () => {
  printer = await startFakePrinter();
  hall = await startHall({
    site: busySite(),
    printer: { kind: 'tcp', host: printer.host, port: printer.port },
  });
  const admin = await becomeAdmin(hall);
  await admin.call('PATCH', '/admin/settings', { publicUrl: 'http://192.168.100.100:4180' });
  const counters = (await admin.call('GET', '/counters')) as {
    id: string;
    code: string;
    services: { id: string }[];
  }[];
  const counter = (code: string) => counters.find((each) => each.code === code);
  await admin.call('POST', `/counters/${counter('H')?.id}/pause`);
  for (const { id } of counter('PR')?.services ?? []) {
    await admin.call('POST', '/walk-ins', { serviceId: id });
  }
  // One that waits a while, so that there are estimates and two digits to show.
  for (let visitor = 0; visitor < 12; visitor += 1) {
    await admin.call('POST', '/walk-ins', { serviceId: counter('K')?.services[0]?.id });
  }
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await hall?.end();
  await printer?.close();
});

describe.each(Object.keys(kioskSizes) as KioskSize[])('on a %s screen', (size) => {
  describe.each(Object.keys(languages) as (keyof typeof languages)[])('in %s', (language) => {
    for (const mode of ['normal', 'large'] as const) {
      const isQuick =
        size === 'portrait' ? mode === 'normal' && language === 'id' : mode === 'large' && language === 'jv';
      test(`every screen is whole in the ${mode} mode`, { tags: isQuick ? [] : ['long'] }, async () => {
        const page = await openKiosk(browser, hall.url, size);
        try {
          const found = await visitEveryScreen(page, words[language], language, mode, size);
          expect(found).toEqual({});
        } finally {
          await page.context().close();
        }
      });
    }
  });
});

/** Goes through the screens as a visitor would. Answers each one's faults, by its name; those without are left out. */
async function visitEveryScreen(
  page: Page,
  word: Words,
  language: keyof typeof languages,
  mode: 'normal' | 'large',
  size: KioskSize,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    await keepPicture(page, `${pictures}/${screen}-${size}-${mode}-${language}.png`);
    const isLarge = mode === 'large';
    const faults = await layoutFaults(page, isLarge ? 32 : 23, isLarge ? reachedPx(size) : undefined);
    // Roles, names and contrasts are the same in every language and size.
    if (language === 'id' && size === 'portrait') faults.push(...(await axeFaults(page)));
    if (faults.length > 0) found[screen] = faults;
  };
  /** In large letters a second touch at the same place does nothing for a moment. */
  const tapUntil = async (button: Locator, shown: string) =>
    await expect
      .poll(async () => {
        if ((await page.locator(shown).count()) === 0)
          await button.tap({ timeout: 1_000 }).catch(() => undefined);
        return await page.locator(shown).count();
      })
      .toBe(1);
  /** From a fresh home screen to the one of this language and mode. */
  const settle = async () => {
    if (mode === 'large') await page.getByTestId('mode').tap();
    if (language === 'id') return;
    // A tap where one just closed the screen before is the second half of a double tap, and does nothing.
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: languages[language] }).tap();
        return await page.locator('html').getAttribute('lang');
      })
      .toBe(language);
  };
  const open = async (code: string) => {
    const tile = page.getByTestId(`counter-${code}`);
    if (mode === 'large') {
      const group = code.length === 1 ? 0 : ['BK', 'BT', 'TS', 'BJ', 'BR', 'AM'].includes(code) ? 2 : 1;
      await page.getByRole('navigation').first().getByRole('button').nth(group).tap();
      if ((await tile.count()) === 0) await page.getByRole('button', { name: word.next }).tap();
    }
    await tile.tap();
  };
  const takeNumber = async () => {
    if (mode === 'large') {
      for (const [step, shown] of [
        ['documents', '[data-asked]'],
        ['priority', '#choose-priority'],
      ] as const) {
        await tapUntil(page.getByRole('button', { name: word.next }), shown);
        await look(step);
      }
    }
    await tapUntil(page.getByRole('button', { name: word.take }), '[data-screen=ticket]');
    await page.getByTestId('number').waitFor();
  };

  await settle();
  await look('home');
  if (mode === 'large') {
    for (const group of [1, 2]) {
      await page.getByRole('navigation').first().getByRole('button').nth(group).tap();
      await look(`home-${group + 1}`);
    }
  }
  for (const [code, screen] of [
    ['IM', 'closed'],
    ['M', 'break'],
    ['PR', 'quota-full'],
    ['H', 'paused'],
  ] as const) {
    await open(code);
    await page.getByRole('listitem').nth(6).waitFor();
    await look(screen);
    const back = page.locator('footer').getByRole('button').first();
    if (mode === 'large') {
      await page.getByRole('button', { name: word.bring }).tap();
      await page.getByRole('listitem').first().waitFor();
      await look(`${screen}-documents`);
      await back.tap();
      await page.getByRole('listitem').nth(6).waitFor();
    }
    await tapUntil(back, '[data-screen=home]');
  }
  const chooseFirst = async () => {
    await open('K');
    await page.locator('label').first().tap();
  };
  await chooseFirst();
  await look('counter');
  const given = page
    .waitForResponse((answer) => answer.url().endsWith('/api/v1/tickets') && answer.status() === 201)
    .then(async (answer) => (await answer.json()) as HolderTicket);
  await takeNumber();
  await page.getByText(word.out).waitFor();
  await look('ticket');
  const inFooter = page.locator('footer').getByRole('button');
  await inFooter.last().tap();
  await settle();
  await scan(page, ticketAddress(await given));
  await page.locator('[data-status=waiting]').waitFor();
  await look('scanned');
  await inFooter.nth(1).tap();
  await page.locator('#give-back').waitFor();
  await look('give-back');
  await inFooter.last().tap();
  await inFooter.nth(2).waitFor();
  await tapUntil(inFooter.last(), '[data-screen=home]');

  printer.become({ paper: 'out' });
  try {
    await settle();
    await page.getByRole('status').filter({ hasText: word.paperOut }).waitFor();
    await look('home-without-paper');
    await chooseFirst();
    await takeNumber();
    await page.getByRole('button', { name: word.keep }).waitFor();
    await look('paperless');
    await page.getByRole('button', { name: word.keep }).tap();
    await page.getByRole('button', { name: word.keep }).waitFor({ state: 'detached' });
    await look('kept');
    await page.locator('footer').getByRole('button').last().tap();

    await settle();
    await chooseFirst();
    await takeNumber();
    await page.getByRole('button', { name: word.cancel }).tap();
    await page.getByRole('button', { name: word.cancel }).waitFor({ state: 'detached' });
    await look('ended');
  } finally {
    printer.become({ paper: 'enough' });
  }

  await page.clock.install();
  await page.reload();
  await page.getByTestId('mode').waitFor();
  await settle();
  await open('K');
  await page.clock.runFor(mode === 'large' ? 71_000 : 23_000);
  await page.getByRole('alertdialog').waitFor();
  await look('idle');
  return found;
}
