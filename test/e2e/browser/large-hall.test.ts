/** @module-tag long */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminPicture } from '../../support/admin-page';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, type Session } from '../../support/hall-people';
import { hiddenText } from '../../support/hidden-text';
import { keepPicture } from '../../support/keep-picture';
import { type KioskSize, layoutFaults, openKiosk } from '../../support/kiosk-screen';
import { largeSite, largeStaffList } from '../../support/large-hall';
import { sectionsOf } from '../../support/office-sections';
import { type RunningHall, startHall } from '../../support/running-hall';
import { smallHall } from '../../support/small-hall';
import { staffPage } from '../../support/staff-page';

// Sixty counters, three hundred services, two hundred officers, and names as long as they may be.

const kioskPictures = 'test-results/kiosk';
let browser: Browser;
let hall: RunningHall;
let admin: Session;

beforeAll(async () => {
  hall = await startHall({ site: largeSite(), printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  const imported = await admin.request('POST', '/admin/users/import', { csv: largeStaffList() });
  expect(imported.status).toBe(201);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function signedIn(english: boolean, at: RunningHall, session: Session): Promise<Page> {
  const page = await staffPage(browser, at.url, { english, session, path: '/admin' });
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** An office's screens, the first of them with everything twice as big, and a phone. */
const offices = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
];

for (const [office, language, english] of [
  ['admin', 'id', false],
  ['admin', 'en', true],
  ['reports', 'id', false],
  ['reports', 'en', true],
] as const) {
  test(`every page of ${office} has room for it, on a phone and twice as big too (${language})`, {
    tags: english ? ['long'] : [],
  }, async () => {
    const page = await signedIn(english, hall, admin);
    const hidden: string[] = [];
    for (const section of await sectionsOf(page, `${hall.url}/${office}`)) {
      await page.goto(`${hall.url}/${office}#${section}`);
      await page.getByRole('main').locator('h1, h2').first().waitFor();
      await expect.poll(() => page.getByText(/^(Sebentar|One moment)…$/).count()).toBe(0);
      await adminPicture(page, `large-${office}-${section}-${language}`);
      for (const size of offices) {
        await page.setViewportSize(size);
        hidden.push(...(await hiddenText(page)).map((fault) => `${section} at ${size.width}: ${fault}`));
      }
    }
    expect(hidden).toEqual([]);
    await page.context().close();
  });
}

test('a counter among sixty and a service among three hundred are found by a few letters', async () => {
  const page = await signedIn(false, hall, admin);
  await page.goto(`${hall.url}/admin#gerai`);
  const list = page.getByRole('list', { name: 'Gerai' });
  await expect.poll(() => list.getByRole('listitem').count()).toBe(60);
  await page.getByRole('searchbox', { name: 'Cari' }).fill('ha, dinas');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Cari' }).fill('tidak ada');
  await page.getByText('Tidak ada yang cocok').waitFor();
  await page.goto(`${hall.url}/admin#tanggal`);
  await page.getByRole('searchbox', { name: 'Cari gerai atau layanan' }).fill('aa, dinas');
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(6);
  await page.context().close();
});

test('every admin page is clean for axe in English too', { tags: 'long' }, async () => {
  const small = await startHall({ site: smallHall, printer: { kind: 'none' } });
  try {
    const page = await signedIn(true, small, await makeAdmin(small));
    for (const section of await sectionsOf(page, `${small.url}/admin`)) {
      await page.goto(`${small.url}/admin#${section}`);
      await page.getByRole('main').locator('h1, h2').first().waitFor();
      await expect.poll(() => page.getByText(/^(Sebentar|One moment)…$/).count()).toBe(0);
      expect([section, await axeFaults(page)]).toEqual([section, []]);
    }
    await page.context().close();
  } finally {
    await small.end();
  }
});

test.each([
  ['portrait', 'id'],
  ['landscape', 'en'],
] as const)('the kiosk pages its tiles, whole names and all (%s, %s)', async (size: KioskSize, language) => {
  const page = await openKiosk(browser, hall.url, size);
  if (language === 'en') await page.getByRole('button', { name: 'English' }).tap();
  const seen = new Set<string>();
  for (let turn = 0; ; turn += 1) {
    await keepPicture(page, `${kioskPictures}/large-${size}-${language}-${turn + 1}.png`);
    expect(await layoutFaults(page, 19)).toEqual([]);
    for (const tile of await page.locator('[data-testid^="counter-"]').all()) {
      seen.add((await tile.getAttribute('data-testid')) ?? '');
    }
    const next = page.getByRole('navigation').getByRole('button').last();
    if ((await next.getAttribute('aria-disabled')) === 'true') break;
    await next.tap();
  }
  expect(seen.size).toBe(60);
  await page.locator('[data-testid^="counter-"]').first().tap();
  await page.locator('label').first().tap();
  await keepPicture(page, `${kioskPictures}/large-${size}-${language}-counter.png`);
  expect(await layoutFaults(page, 19)).toEqual([]);
  await page.context().close();
});

for (const english of [false, true]) {
  test(`no word of the list of people is broken (${english ? 'en' : 'id'})`, {
    tags: english ? ['long'] : [],
  }, async () => {
    const everywhere = [...new Set(largeSite().counters.map(({ agency }) => agency))];
    const person = { username: 'berkantor.dimana.mana', displayName: 'Sri', role: 'supervisor' };
    const made = await admin.request('POST', '/admin/users', {
      ...person,
      username: `${person.username}.${english ? 'en' : 'id'}`,
      password: 'tujuh gajah menari',
      institutions: everywhere,
    });
    expect(made.status).toBe(201);
    const page = await signedIn(english, hall, admin);
    await page.goto(`${hall.url}/admin#orang`);
    for (const width of [1366, 1280]) {
      await page.setViewportSize({ width, height: 768 });
      await page.getByRole('table').getByText('Raden Roro').first().waitFor();
      expect(await brokenWords(page)).toEqual([]);
    }
    await adminPicture(page, `large-words-${english ? 'en' : 'id'}`);
    await page.context().close();
  });
}

/** Words of the table that stand on more than one line. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator('table').evaluate((table) => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const word of node.textContent?.matchAll(/[\p{L}\p{N}]+/gu) ?? []) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
      }
    }
    return broken;
  });
}

test('a section opens at once, of code that came before it was asked for', { tags: 'long' }, async () => {
  const page = await signedIn(false, hall, admin);
  const code = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /section-[^/]*\.js$/.test(name)),
    );
  const other = await signedIn(false, hall, admin);
  const addresses = await sectionsOf(other, `${hall.url}/admin`);
  await other.context().close();
  await expect.poll(async () => new Set(await code()).size).toBe(addresses.length);
  await page.route(/\.js$/, (route) => route.abort());
  for (const address of addresses) {
    await page.goto(`${hall.url}/admin#${address}`);
    await page.getByRole('main').locator('h1, h2').first().waitFor();
  }
  await page.context().close();
});
