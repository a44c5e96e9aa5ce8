import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Language } from '../../../electron/contract/common';
import type { Desk } from '../../../electron/contract/staff';
import type { Ticket } from '../../../electron/contract/tickets';
import { axeFaults } from '../../support/axe-faults';
import { launchChromium } from '../../support/chromium';
import { currentCall, openDisplay, spokenBy } from '../../support/display-page';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { type Admin, type HeadlessAntre, launchHeadless } from '../../support/headless-antre';
import { keepPicture } from '../../support/keep-picture';
import { startHall } from '../../support/running-hall';
import { takeNumber } from '../../support/take-number';
import { temporaryFolder } from '../../support/temporary-store';

const pictures = join(import.meta.dirname, '../../../test-results/display');

// Speech takes its time: a call is seven seconds long.
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
beforeAll(async () => {
  // As Electron's switch does: a screen in the hall has nobody who presses anything.
  browser = await launchChromium({ args: ['--autoplay-policy=no-user-gesture-required'] });
});
afterAll(() => browser.close());

/** `id/…` of the Indonesian sentence for a number and a desk that is one word. */
function sentence(letter: string, digits: string, ...desk: string[]): string[] {
  return ['id/queue-number', `id/letter-${letter}`].concat(
    Array.from(digits, (digit) => `id/number-${digit}`),
    ['id/please-go-to', 'id/desk'],
    desk.map((clip) => `id/${clip}`),
  );
}

/** The built program, for what kills it. */
async function openKillable(): Promise<{ antre: HeadlessAntre; admin: Admin }> {
  const antre = await launchHeadless(temporaryFolder());
  return { antre, admin: await antre.setUp() };
}

/** The same hall in this process, which takes a third of the work. */
async function openHall(): Promise<{
  readonly antre: Pick<HeadlessAntre, 'url'> & {
    takeNumber(counter: string, language?: Language, fetchMe?: boolean): Promise<string>;
  };
  readonly admin: Pick<Admin, 'officerAt' | 'changeSettings'>;
}> {
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  const session = await makeAdmin(hall);
  const done = async ({ status, body }: { readonly status: number; readonly body: unknown }) => {
    if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    antre: {
      url: hall.url,
      takeNumber: (counter, language = 'id', fetchMe = false) =>
        takeNumber(hall, { counter, language, fetchMe }),
    },
    admin: {
      async officerAt(label) {
        const username = `petugas-${label}`;
        const officer = await makeUser(hall, { username, displayName: username, role: 'staff' });
        const desks = (await done(await officer.request('GET', '/desks'))) as Desk[];
        const desk = desks.find((each) => each.label === label)?.id;
        await done(await officer.request('POST', `/desks/${desk}/sign-in`));
        return {
          press: async (verb) =>
            (await done(await officer.request('POST', `/desks/${desk}/${verb}`))) as Ticket,
        };
      },
      changeSettings: async (change) => {
        await done(await session.request('PATCH', '/admin/settings', change));
      },
    },
  };
}

test('a number taken at the kiosk and called at a desk is shown, and spoken clip by clip', async () => {
  const { antre, admin } = await openHall();
  const page = await openDisplay(browser, antre.url);
  expect(await currentCall(page)).toEqual([
    'Selamat datang',
    'Silakan ambil nomor di kios. Nomor Anda dipanggil di layar ini.',
  ]);

  const number = await antre.takeNumber('A');
  const desk = await admin.officerAt('2');
  await desk.press('call-next');

  expect(await spokenBy(page, 1)).toEqual([
    { sequence: 1, number, clips: ['id/chime', ...sentence('a', '001', 'number-2')] },
  ]);
  expect(await currentCall(page)).toEqual(['Nomor antrean', 'A-001', 'Loket 2', 'DPMPTSP']);

  // The audio graph was told every clip at once, each to begin where the one before and its pause end.
  const played = await page.evaluate(() => globalThis.played);
  expect(played.length).toBe(9);
  const gaps = played.slice(1).map(({ at }, index) => {
    const before = played[index];
    return before ? Math.round((at - before.at - before.seconds) * 1000) / 1000 : Number.NaN;
  });
  expect(gaps).toEqual([0.1, 0.08, 0.34, 0.14, 0.14, 0.34, 0.03, 0.03]);

  await desk.press('recall');
  const [, again] = await spokenBy(page, 2);
  expect(again).toEqual({
    sequence: 2,
    number: 'A-001',
    clips: ['id/chime', 'id/called-again', ...sentence('a', '001', 'number-2')],
  });
  expect(await currentCall(page)).toEqual([
    'Nomor antrean',
    'Panggilan ulang',
    'A-001',
    'Loket 2',
    'DPMPTSP',
  ]);
});

test('whoever asked to be fetched is shown so, and called twice', async () => {
  const { antre, admin } = await openHall();
  const page = await openDisplay(browser, antre.url);
  await antre.takeNumber('A', 'en', true);
  const said = page.waitForRequest(
    (request) => request.url().includes('/sound?') && request.url().includes('Petugas'),
  );
  const desk = await admin.officerAt('2');
  await desk.press('call-next');
  const english = [
    'queue-number',
    'letter-a',
    'number-0',
    'number-0',
    'number-1',
    'please-go-to',
    'desk',
    'number-2',
  ];
  const once = [...sentence('a', '001', 'number-2'), ...english.map((clip) => `en/${clip}`)];
  expect((await spokenBy(page, 1))[0]?.clips).toEqual(['id/chime', ...once, ...once]);
  expect(await currentCall(page)).toEqual([
    'Nomor antrean',
    'Dijemput petugas',
    'A-001',
    'Loket 2',
    'DPMPTSP',
  ]);
  await said;
});

test('calls of one second are spoken one after another, each once, in their order; English ones in English too', async () => {
  const { antre, admin } = await openHall();
  const page = await openDisplay(browser, antre.url);
  const languages = { A: 'id', L: 'en', B: 'id' } as const;
  const desks = [];
  for (const [counter, label] of [
    ['A', '1'],
    ['L', '8'],
    ['B', '9'],
  ] as const) {
    await antre.takeNumber(counter, languages[counter]);
    desks.push(await admin.officerAt(label));
  }
  const called = await Promise.all(desks.map((desk) => desk.press('call-next')));

  const spoken = await spokenBy(page, 3, 60_000);
  expect(spoken.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(new Set(spoken.map(({ number }) => number))).toEqual(new Set(called.map(({ number }) => number)));
  const english = spoken.filter(({ clips }) => clips.some((clip) => clip.startsWith('en/')));
  expect(
    english.map(({ number, clips }) => [number, clips.filter((clip) => clip.startsWith('en/'))]),
  ).toEqual([['L-001', sentence('l', '001', 'number-8').map((clip) => clip.replace('id/', 'en/'))]]);
  // One after another on the audio clock too: no clip begins before all that were told before it have ended.
  const played = await page.evaluate(() => globalThis.played);
  for (const [index, { at }] of played.entries()) {
    const before = played[index - 1];
    if (before) expect(at).toBeGreaterThanOrEqual(before.at + before.seconds);
  }
  await expect
    .poll(() => page.getByRole('region', { name: 'Panggilan sebelumnya' }).textContent())
    .toContain(spoken[1]?.number);
  expect(await currentCall(page)).toContain(spoken[2]?.number);
});

test('killed and started again: the screen comes back, says nothing twice and misses no fresh call', {
  tags: 'long',
}, async () => {
  const { antre, admin } = await openKillable();
  const page = await openDisplay(browser, antre.url);
  await antre.takeNumber('A');
  await antre.takeNumber('A');
  const first = await admin.officerAt('1');
  const second = await admin.officerAt('2');
  await first.press('call-next');
  await spokenBy(page, 1);

  await antre.kill();
  await page.getByText('Sambungan putus').waitFor();
  await keepPicture(page, join(pictures, 'line-lost.png'));
  await antre.start();
  // The call is made before the screen may be back: it is missed, and must be heard all the same.
  await second.press('call-next');
  await page.getByText('Sambungan putus').waitFor({ state: 'detached' });

  const spoken = await spokenBy(page, 2);
  expect(spoken.map(({ sequence, number }) => [sequence, number])).toEqual([
    [1, 'A-001'],
    [2, 'A-002'],
  ]);
  await second.press('recall');
  expect((await spokenBy(page, 3)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test('a call that is missed before any was heard is heard when the line is back', {
  tags: 'long',
}, async () => {
  const { antre, admin } = await openKillable();
  await antre.takeNumber('A');
  const desk = await admin.officerAt('1');
  const page = await openDisplay(browser, antre.url);
  await antre.kill();
  await page.getByText('Sambungan putus').waitFor();
  await antre.start();
  await desk.press('call-next');
  expect((await spokenBy(page, 1)).map(({ number }) => number)).toEqual(['A-001']);
});

test('a screen that is opened or reloaded shows the last call and speaks nothing of the past', async () => {
  const { antre, admin } = await openHall();
  await antre.takeNumber('A');
  await antre.takeNumber('A');
  const desk = await admin.officerAt('1');
  await desk.press('call-next');
  const page = await openDisplay(browser, antre.url);
  expect(await currentCall(page)).toEqual(['Nomor antrean', 'A-001', 'Loket 1', 'DPMPTSP']);
  await page.reload();
  await page.getByText('A-001').first().waitFor();

  await desk.press('no-show');
  await desk.press('call-next');
  expect((await spokenBy(page, 1)).map(({ number }) => number)).toEqual(['A-002']);
});

test('a screen of a zone shows and speaks that zone only; of an unknown one, the whole hall', {
  tags: 'long',
}, async () => {
  const { antre, admin } = await openHall();
  const west = await openDisplay(browser, antre.url, { path: '/display?zone=Barat' });
  const unknown = await openDisplay(browser, antre.url, { path: '/display?zone=Selatan' });
  await antre.takeNumber('A');
  await antre.takeNumber('BK');
  await (await admin.officerAt('1')).press('call-next');
  await (await admin.officerAt('26')).press('call-next');

  expect((await spokenBy(west, 1)).map(({ number }) => number)).toEqual(['BK-001']);
  expect(await west.getByText('DPMPTSP').count()).toBe(0);
  expect((await spokenBy(unknown, 2)).map(({ number }) => number)).toEqual(['A-001', 'BK-001']);
});

test("the hall's settings reach the screen: running text, volume, and quiet hours in which nothing is heard", async () => {
  const { antre, admin } = await openHall();
  const page = await openDisplay(browser, antre.url);
  const text = { id: 'Pelayanan paspor pindah ke lantai dua.', en: '', jv: '' };
  await admin.changeSettings({ runningText: [text], quietHours: { from: '00:00', to: '24:00' } });
  await page.getByText(text.id).first().waitFor();

  await antre.takeNumber('A');
  await (await admin.officerAt('1')).press('call-next');
  expect(await spokenBy(page, 1)).toEqual([{ sequence: 1, number: 'A-001', clips: [] }]);
  expect(await currentCall(page)).toEqual(['Nomor antrean', 'A-001', 'Loket 1', 'DPMPTSP']);
  expect(await page.evaluate(() => globalThis.played)).toEqual([]);
});

test('where the browser holds sound back, a large button says so, and a press brings the sound', async () => {
  const { antre, admin } = await openHall();
  const strict = await launchChromium({ args: ['--autoplay-policy=document-user-activation-required'] });
  try {
    const page = await strict.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.addInitScript(() => {
      globalThis.spoken = [];
      document.addEventListener('antre:spoken', (event) => {
        globalThis.spoken.push((event as CustomEvent).detail);
      });
    });
    await page.goto(`${antre.url}/display`);
    // Playwright's own looks count as a press of the visitor's, and would let the sound through.
    const session = await page.context().newCDPSession(page);
    const look = async <Seen>(expression: string): Promise<Seen> => {
      const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
      return result.value as Seen;
    };
    const shown = () => look<string | null>("document.querySelector('button')?.textContent ?? null");
    await expect.poll(shown).toMatch(/^Nyalakan suara/);
    await antre.takeNumber('A');
    const desk = await admin.officerAt('1');
    await desk.press('call-next');
    await expect.poll(() => look('globalThis.spoken')).toEqual([{ sequence: 1, number: 'A-001', clips: [] }]);
    await keepPicture(page, join(pictures, 'sound-held-back.png'));

    await page.getByRole('button', { name: /Nyalakan suara/ }).click();
    await expect.poll(shown).toBeNull();
    await desk.press('recall');
    const [, recall] = await spokenBy(page, 2);
    expect(recall?.clips.slice(0, 2)).toEqual(['id/chime', 'id/called-again']);
  } finally {
    await strict.close();
  }
});

test('at every size nothing is cut off or overlaps, and axe finds nothing', { tags: 'long' }, async () => {
  const { antre, admin } = await openHall();
  for (const [counter, label] of [
    ['K', '3'],
    ['R', '6'],
    ['PJ', '20'],
    ['BK', '26'],
    ['N', '13'],
  ] as const) {
    await antre.takeNumber(counter);
    await (await admin.officerAt(label)).press('call-next');
  }
  const sizes = {
    wide: { width: 1920, height: 1080 },
    upright: { width: 1080, height: 1920 },
    'wide-small': { width: 1366, height: 768 },
  };
  for (const [name, size] of Object.entries(sizes)) {
    const page = await openDisplay(browser, antre.url, { ...size, motion: true });
    await page.getByRole('region', { name: 'Nomor antrean' }).getByText('N-001').waitFor();
    await keepPicture(page, join(pictures, `${name}.png`));

    const outside = await page.evaluate(() =>
      Array.from(document.querySelectorAll('main section, main li, main header'), (element) => ({
        what: element.textContent,
        box: element.getBoundingClientRect(),
      }))
        .filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1)
        .map(({ what }) => what),
    );
    expect({ [name]: [...outside, ...(await axeFaults(page))] }).toEqual({ [name]: [] });
    await page.close();
  }
});
