import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { priorities } from '../../../electron/contract/priorities';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser, type Session } from '../../support/hall-people';
import { type RunningHall, startHall } from '../../support/running-hall';
import { expectAccessible, picture, staffPage } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;
let deskId: string;
let session: Session;

/** A full morning: 5 served, 26 waiting of every kind, two held, a no-show, one who takes long. */
beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
  hall.clock.set('2026-11-24T08:00+07:00');
  await makeAdmin(hall);
  session = await makeUser(hall, {
    username: 'ajeng',
    displayName: 'Raden Ajeng Kusumaningtyas Wulandari Prameswari',
    role: 'supervisor',
  });
  const desks = (await session.request('GET', '/desks')).body as { id: string; label: string }[];
  deskId = desks.find(({ label }) => label === '3')?.id ?? '';
  const verb = async (name: string, body?: unknown) => {
    const { status, body: answer } = await session.request('POST', `/desks/${deskId}/${name}`, body);
    if (status >= 400) throw new Error(`${name}: ${status} ${JSON.stringify(answer)}`);
  };
  await verb('sign-in');
  for (let visitor = 0; visitor < 36; visitor += 1) {
    await takeNumber(hall, {
      counter: 'K',
      service: visitor % 5,
      language: visitor % 3 === 0 ? 'jv' : 'id',
      ...(visitor % 7 === 6 ? { priority: priorities[((visitor / 7) % 4) | 0] ?? 'elderly' } : {}),
    });
    hall.clock.advance({ minutes: 2 });
  }
  for (let served = 0; served < 5; served += 1) {
    await verb('call-next');
    await verb('start');
    hall.clock.advance({ minutes: 4 + served });
    await verb('finish', {});
  }
  await verb('call-next');
  await verb('no-show');
  for (const reason of ['Melengkapi berkas', 'Fotokopi kartu keluarga dan surat pengantar desa']) {
    await verb('call-next');
    await verb('start');
    await verb('hold', { reason });
    hall.clock.advance({ minutes: 7 });
  }
  await verb('call-next');
  await verb('start');
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

async function consoleOf(options: Parameters<typeof staffPage>[2]): Promise<Page> {
  const page = await staffPage(browser, hall.url, { ...options, session });
  await page.getByRole('heading', { level: 1, name: /, (Loket|Desk) 3$/ }).waitFor();
  await page.locator('ol > li').first().waitFor();
  return page;
}

for (const { name, ...options } of [
  { name: 'small-id', width: 1366, height: 768, english: false },
  { name: 'small-en', width: 1366, height: 768, english: true },
  { name: 'large-id', width: 1920, height: 1080, english: false },
]) {
  test(`a full desk stays within the screen and is accessible: ${name}`, {
    tags: name === 'small-id' ? [] : ['long'],
  }, async () => {
    const page = await consoleOf(options);
    await picture(page, `full-${name}`);
    const overflow = await page.evaluate(() => ({
      across: document.documentElement.scrollWidth - innerWidth,
      down: document.documentElement.scrollHeight - innerHeight,
    }));
    expect(overflow).toEqual({ across: 0, down: 0 });
    await expectAccessible(page);
    await page.context().close();
  });
}

test('the whole list opens in place, and a visit that takes long says so', async () => {
  hall.clock.advance({ minutes: 22 });
  const page = await consoleOf({});
  await page.getByText(/lebih dari biasanya/).waitFor();
  const short = await page.locator('ol > li:has(strong)').count();
  await page.getByRole('button', { name: /^Tampilkan \d+ lagi/ }).click();
  expect(await page.locator('ol > li:has(strong)').count()).toBeGreaterThan(short);
  await picture(page, 'full-late');
  await expectAccessible(page);
  await page.getByRole('button', { name: /bisa dikembalikan/ }).click();
  await page.getByRole('dialog').waitFor();
  await picture(page, 'recent');
  await expectAccessible(page);
  await page.context().close();
});
