import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { holdDataDirectory } from '../../../electron/store/hold-data-directory';
import { launchAntre } from '../../support/electron-app';
import { launchHeadless } from '../../support/headless-antre';
import { temporaryFolder } from '../../support/temporary-store';

/** What the fault screen says: Indonesian, English, Javanese, and what exactly was wrong. */
async function faultOf(kiosk: Page) {
  await kiosk.waitForSelector('.detail');
  return await kiosk.evaluate(() => ({
    sentence: document.querySelector('h1')?.textContent,
    detail: document.querySelector('.detail')?.textContent,
  }));
}

async function boxOf(shown: Locator) {
  const box = await shown.boundingBox();
  if (!box) throw new Error(`${shown} is not in view`);
  return box;
}

const inUse = {
  sentence: 'Antre lain sedang memakai data antrean ini. Begitu ia berhenti, Antre mulai sendiri.',
  detail: expect.stringContaining('Another Antre is working with'),
};

test('a port that is taken is said on the screen, and the kiosk comes once it is free', {
  tags: 'long',
}, async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { kiosk, waitForLog } = await launchAntre(temporaryFolder(), { ANTRE_PORT: String(port) });
  expect(await faultOf(kiosk)).toEqual({
    sentence: 'Alamat Antre sedang dipakai program lain. Tutup program itu, atau pilih porta lain.',
    detail: expect.stringContaining(`127.0.0.1:${port}`),
  });
  holder.close();
  await waitForLog('kiosk_shown');
  await kiosk.waitForURL(`http://127.0.0.1:${port}/kiosk`);
});

test('a wrong setting is said on the screen with its source and what is expected', async () => {
  const { kiosk } = await launchAntre(temporaryFolder(), { ANTRE_PORT: 'four' });
  expect(await faultOf(kiosk)).toEqual({
    sentence: 'Ada pengaturan yang keliru, jadi Antre belum dapat dimulai.',
    detail:
      'The environment variable ANTRE_PORT is "four"; expected a whole number from 0 to 65535 (0: any free port).',
  });
});

test('a damaged database is said on the screen', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(
    join(dataDir, 'antre.sqlite'),
    'this is no database, and long enough to be looked at'.repeat(100),
  );
  const { kiosk } = await launchAntre(dataDir);
  expect(await faultOf(kiosk)).toEqual({
    sentence:
      'Data antrean hilang atau rusak, dan tidak ada salinan yang baik. Mohon hubungi petugas teknis.',
    detail: expect.stringMatching(/antre\.sqlite is damaged\./),
  });
});

test.each([
  [
    'newer',
    (file: string) => {
      const database = new Database(file);
      database.pragma('user_version = 999');
      database.close();
    },
    /was written by a newer Antre \(format 999/,
  ],
  ['unopenable', (file: string) => mkdirSync(file), /antre\.sqlite cannot be opened/],
])('a %s database is said on the screen', { tags: 'long' }, async (_kind, spoil, detail) => {
  const dataDir = temporaryFolder();
  spoil(join(dataDir, 'antre.sqlite'));
  const { kiosk } = await launchAntre(dataDir);
  expect(await faultOf(kiosk)).toEqual({
    sentence: 'Data antrean tidak dapat dibuka. Mohon hubungi petugas teknis.',
    detail: expect.stringMatching(detail),
  });
});

test('a hall whose database is gone is restored from its newest copy by two presses', async () => {
  const dataDir = temporaryFolder();
  const before = await launchHeadless(dataDir);
  const { makeBackup } = await before.setUp();
  await makeBackup();
  await before.kill();
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `antre.sqlite${end}`));
  const { kiosk, waitForLog } = await launchAntre(dataDir, { ANTRE_PRINTER: 'none' });
  await kiosk.getByText('Salinan terbaru yang baik dibuat').waitFor();
  await kiosk.screenshot({ path: 'test-results/lost-hall.png' });
  await kiosk.getByText('Pulihkan salinan ini').click();
  await kiosk.getByText('Kembali').click();
  await kiosk.getByText('Pulihkan salinan ini').click();
  await kiosk.screenshot({ path: 'test-results/lost-hall-sure.png' });
  // A locator's click would wait for the page that is asked for, which the shell refuses to go to.
  const yes = kiosk.getByRole('link', { name: 'Ya, pulihkan' });
  await yes.click({ trial: true });
  const [{ x, y }, back] = await Promise.all([boxOf(yes), boxOf(kiosk.getByText('Kembali'))]);
  expect(y).toBeLessThan(back.y);
  expect(await kiosk.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await kiosk.mouse.click(x + 20, y + 20);
  await waitForLog('kiosk_shown');
  await kiosk.waitForURL(/\/kiosk$/);
});

test('a data directory that another Antre works with is said on the screen, and the kiosk comes once it has ended', {
  tags: 'long',
}, async () => {
  const dataDir = temporaryFolder();
  const letGo = holdDataDirectory(dataDir);
  const { kiosk, waitForLog } = await launchAntre(dataDir);
  expect(await faultOf(kiosk)).toEqual(inUse);
  letGo();
  await waitForLog('kiosk_shown');
});

test('a second kiosk whose start failed tries again, as the first does', { tags: 'long' }, async () => {
  const hub = await launchHeadless(temporaryFolder());
  const dataDir = temporaryFolder();
  const letGo = holdDataDirectory(dataDir);
  const { kiosk } = await launchAntre(dataDir, { ANTRE_HUB: hub.url, ANTRE_PRINTER: 'none' });
  expect(await faultOf(kiosk)).toEqual(inUse);
  letGo();
  await kiosk.locator('.code').waitFor();
});
