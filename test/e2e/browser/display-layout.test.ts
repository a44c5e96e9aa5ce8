/** @module-tag long */
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Configuration } from '../../../electron/contract/configuration';
import { busySite } from '../../support/busy-site';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { boardFaults } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { barsPng } from '../../support/sendable-files';
import { takeNumber } from '../../support/take-number';

// Whatever the lobby's screen shows at once: nothing lies over another, leaves its box, or is too small to be read.

const pictures = join(import.meta.dirname, '../../../test-results/display-layout');
const sizes = { wide: { width: 1920, height: 1080 }, upright: { width: 1080, height: 1920 } } as const;
const least = 32;
const long = {
  id: 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Pekalongan',
  en: 'Population and Civil Registration Office of Pekalongan Regency',
  jv: 'Dinas Kependhudhukan lan Pencatetan Sipil Kabupaten Pekalongan',
};
/** Longer than any place on the screen. */
const endless = `${long.id} dan Unit Pelaksana Teknis Daerah Pelayanan Terpadu Kecamatan Kedungwuni`;
const announcement = {
  id: 'Pelayanan paspor pindah ke lantai dua, dekat pintu barat. Silakan tanya petugas bila perlu.',
  en: '',
  jv: '',
};

let hall: RunningHall;
let admin: Session;
let quiet: Browser;
let mute: Browser;

beforeAll(async () => {
  quiet = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
  mute = await launchChromium({ args: ['--autoplay-policy=document-user-activation-required'] });
});
afterAll(async () => {
  await quiet?.close();
  await mute?.close();
});
afterEach(async () => {
  for (const context of [...quiet.contexts(), ...mute.contexts()]) await context.close();
  await hall?.end();
});

/** A hall whose counters K, N and IM have such names, with lines, calls, a stop and an announcement. */
async function begin(names: Readonly<Record<string, string>>, practice = false): Promise<void> {
  const site: Configuration = busySite();
  hall = await startHall({
    site: {
      ...site,
      settings: { ...site.settings, practice },
      counters: site.counters.map((counter) => {
        const name = names[counter.code];
        return name === undefined ? counter : { ...counter, name: { ...long, id: name } };
      }),
    },
    printer: { kind: 'none' },
  });
  admin = await makeAdmin(hall);
  await patch({ runningText: [announcement] });
  for (const counter of ['K', 'K', 'N', 'N', 'R', 'A', 'L', 'L', 'PJ']) await takeNumber(hall, { counter });
  for (const code of ['R', 'PJ', 'N', 'K']) await callAt(code);
}

async function patch(settings: object): Promise<void> {
  expect((await admin.request('PATCH', '/admin/settings', settings)).status).toBe(200);
}

async function callAt(code: string): Promise<void> {
  const { body } = await admin.request('GET', '/desks');
  const desks = body as { id: string; counter: { code: string } }[];
  const desk = desks.find(({ counter }) => counter.code === code)?.id;
  const officer = await makeUser(hall, {
    username: `petugas-${code.toLowerCase()}`,
    displayName: `Petugas ${code}`,
    role: 'staff',
  });
  await officer.request('POST', `/desks/${desk}/sign-in`);
  expect((await officer.request('POST', `/desks/${desk}/call-next`)).status).toBe(200);
}

async function stop(code: string, reason: string): Promise<void> {
  const { body } = await admin.request('GET', '/counters');
  const counter = (body as { id: string; code: string }[]).find((each) => each.code === code);
  const answer = await admin.request('POST', `/counters/${counter?.id}/pause`, {
    reason: { id: reason, en: '', jv: '' },
    until: '2026-11-24T11:00:00+07:00',
  });
  expect(answer.status).toBe(200);
}

async function sendSlide(): Promise<void> {
  const answer = await fetch(`${hall.url}/api/v1/admin/slides?name=Poster`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      cookie: admin.cookie,
      origin: hall.url,
      'idempotency-key': 'the-slide-of-this-test',
    },
    body: new Uint8Array(barsPng(1600, 900)),
  });
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([201, '']);
}

interface Screen {
  readonly page: Page;
  readonly session: CDPSession;
}

async function open(browser: Browser, size: keyof typeof sizes): Promise<Screen> {
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'no-preference' });
  const page = await context.newPage();
  await page.goto(`${hall.url}/display`);
  // Playwright's own looks count as a press, and would let the sound through.
  return { page, session: await context.newCDPSession(page) };
}

/** Waits until all of these words stand on the screen, and what was drawn has its letters. */
async function see({ session }: Screen, words: readonly string[]): Promise<void> {
  const expression = `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() =>
    requestAnimationFrame(() => done(document.querySelector('main')?.outerHTML.replace(/<[^>]*alt="([^"]*)"[^>]*>/g, '$1') ?? '')))))`;
  for (const word of words) {
    await expect
      .poll(
        async () => {
          const { result } = await session.send('Runtime.evaluate', {
            expression,
            awaitPromise: true,
            returnByValue: true,
          });
          return String(result.value);
        },
        { timeout: 30_000 },
      )
      .toContain(word);
  }
}

/** The faults of each size, by its name; those without are left out. */
async function inEachSize(
  name: string,
  browser: Browser,
  words: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    const screen = await open(browser, size);
    await see(screen, words);
    await keepPicture(screen.page, join(pictures, `${name}-${size}.png`));
    const faults = await boardFaults(screen.session, least);
    if (faults.length > 0) found[size] = faults;
    await screen.page.context().close();
  }
  return found;
}

const called = ['K-001', 'Panggilan sebelumnya'];
const besides = [...called, 'tetap berlaku.'];
const isMute = 'Nyalakan suara';

for (const [name, names] of Object.entries({
  usual: { K: 'Dindukcapil' },
  long: { K: long.id, N: long.id, IM: long.id },
  endless: { K: endless, N: endless, L: 'Pertanggungjawabandankesejahteraanmasyarakatdaerah' },
})) {
  // What is longest is the hardest to place.
  test(`names that are ${name} stand whole beside calls, lines and a stopped counter`, {
    tags: name === 'endless' ? [] : ['long'],
  }, async () => {
    await begin(names);
    // No place for notices has room for a name without end.
    const notices = name !== 'endless';
    await patch({ display: { ...(await layout()), notices } });
    expect(await inEachSize(`calls-${name}`, quiet, called)).toEqual({});
    await patch({ display: { ...(await layout()), notices: true } });
    await stop('N', 'Listrik padam di seluruh lantai dua, petugas sedang memeriksa panel.');
    expect(await inEachSize(`stopped-${name}`, quiet, besides)).toEqual({});
  });
}

test('a slide, sound that is held back, a stop and the running text stand beside one another', async () => {
  await begin({ K: long.id, N: long.id });
  expect(await inEachSize('mute', mute, [...called, isMute])).toEqual({});
  await stop('N', 'Listrik padam.');
  await patch({ display: { ...(await layout()), boardSeconds: 5 } });
  await sendSlide();
  expect(await inEachSize('slide-mute', mute, ['Poster', isMute, 'Listrik padam'])).toEqual({});
});

test('that all is practice stands beside a slide, sound that is held back, and a stop', {
  tags: 'long',
}, async () => {
  await begin({ K: long.id, N: long.id }, true);
  expect(await inEachSize('practice-calls', mute, [...called, isMute, 'MODE LATIHAN'])).toEqual({});
  await stop('N', 'Listrik padam.');
  await patch({ display: { ...(await layout()), boardSeconds: 5 } });
  await sendSlide();
  expect(await inEachSize('practice', mute, ['Poster', isMute, 'MODE LATIHAN'])).toEqual({});
});

test('a lost line is told beside all else', { tags: 'long' }, async () => {
  await begin({ K: long.id, N: long.id });
  await stop('N', 'Listrik padam.');
  const screens = await Promise.all(
    (Object.keys(sizes) as (keyof typeof sizes)[]).map(async (size) => {
      const screen = await open(mute, size);
      await see(screen, [...besides, isMute]);
      return { ...screen, size };
    }),
  );
  await hall.halt();
  for (const { size, ...screen } of screens) {
    await see(screen, ['Sambungan putus sejak', isMute]);
    await keepPicture(screen.page, join(pictures, `lost-${size}.png`));
    expect([size, await boardFaults(screen.session, least)]).toEqual([size, []]);
  }
  await hall.resume();
});

async function layout(): Promise<object> {
  const { body } = await admin.request('GET', '/admin/settings');
  return (body as { display: object }).display;
}
