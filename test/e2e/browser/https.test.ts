import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpsState } from '../../../electron/contract/admin-https';
import { adminPage, adminPicture } from '../../support/admin-page';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, password, type Session } from '../../support/hall-people';
import { keepPicture } from '../../support/keep-picture';
import { widthFaults } from '../../support/page-width';
import { type RunningHall, startHall } from '../../support/running-hall';
import { doorOf } from '../../support/secure-server';
import { expectAccessible, signIn, staffPage } from '../../support/staff-page';

const pictures = join(import.meta.dirname, '../../../test-results/https');

let hall: RunningHall;
let admin: Session;
let browser: Browser;
let port: number;

/** A Chromium that has the authority installed as people install it, or where that tool is missing is told of its key. */
function trusting(authority: string): LaunchOptions {
  if (spawnSync('certutil', ['--version']).error) {
    const key = new X509Certificate(authority).publicKey.export({ type: 'spki', format: 'der' });
    const hash = createHash('sha256').update(key).digest('base64');
    return { args: [`--ignore-certificate-errors-spki-list=${hash}`] };
  }
  const home = join(hall.dataDir, 'home');
  const file = join(hall.dataDir, 'authority.crt');
  writeFileSync(file, authority);
  for (const database of ['.pki/nssdb', '.local/share/pki/nssdb']) {
    mkdirSync(join(home, database), { recursive: true });
    const certutil = (...parameters: string[]) =>
      execFileSync('certutil', ['-d', `sql:${join(home, database)}`, ...parameters]);
    certutil('-N', '--empty-password');
    certutil('-A', '-t', 'C,,', '-n', 'Antre', '-i', file);
  }
  return { env: { ...process.env, HOME: home } as Record<string, string> };
}

beforeAll(async () => {
  hall = await startHall({ https: true, printer: { kind: 'none' } });
  admin = await makeAdmin(hall);
  port = httpsState.parse((await admin.request('GET', '/admin/https')).body).port ?? 0;
  const { authority } = await doorOf({ url: hall.url, httpsPort: port });
  browser = await launchChromium(trusting(authority));
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

test('a browser that trusts the hall’s certificate opens a desk by https: signed in, with a Secure cookie and live events', async () => {
  const page = await staffPage(browser, `https://localhost:${port}`);
  await signIn(page, 'budi', password);
  await page.getByRole('button', { name: 'Keluar' }).first().waitFor();
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([
    { name: '__Host-antre_session', secure: true, httpOnly: true, sameSite: 'Strict' },
  ]);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
  const told = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const events = new EventSource('/api/v1/events?topics=board');
        events.addEventListener('board', ({ data }) => {
          events.close();
          resolve(data);
        });
      }),
  );
  expect(told).toContain('"counters"');
  // By plain HTTP the same browser is nobody, and may sign in.
  await page.goto(`${hall.url}/staff`);
  await signIn(page, 'budi', password);
  await page.getByRole('button', { name: 'Keluar' }).first().waitFor();
  await page.context().close();
});

test('a browser that doesn’t trust it yet is stopped by its warning', async () => {
  const stranger = await launchChromium();
  const page = await stranger.newPage();
  await expect(page.goto(`https://localhost:${port}/staff`)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
  await stranger.close();
});

for (const lang of ['id', 'en', 'jv']) {
  test(`the page of the certificate (${lang}) fits a phone and an office screen`, {
    tags: lang === 'id' ? [] : ['long'],
  }, async () => {
    for (const [width, height] of [
      [390, 844],
      [1366, 768],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.goto(`${hall.url}/sertifikat?lang=${lang}`);
      expect(await widthFaults(page)).toEqual([]);
      await expectAccessible(page);
      await page.getByText('Android', { exact: true }).click();
      expect(await widthFaults(page)).toEqual([]);
      await keepPicture(page, join(pictures, `sertifikat-${lang}-${width}.png`), { fullPage: true });
      await context.close();
    }
  });
}

test('an admin sees the fingerprint, and requires HTTPS from a page that came by it', async () => {
  const plain = await adminPage(browser, hall.url, { section: 'https' });
  await signIn(plain, 'budi', password);
  await plain.getByRole('heading', { level: 1, name: 'HTTPS' }).waitFor();
  const { authority } = httpsState.parse((await admin.request('GET', '/admin/https')).body);
  const shown = await plain.locator('code').first().textContent();
  expect(shown).toBe(authority?.fingerprint);
  await plain.getByText('buka dulu halaman ini dari komputer petugas').waitFor();
  await expectAccessible(plain);
  await adminPicture(plain, 'https');
  await plain.context().close();

  const secure = await adminPage(browser, `https://localhost:${port}`, { section: 'https' });
  await signIn(secure, 'budi', password);
  const require = secure.getByRole('button', { name: 'Wajibkan' });
  await require.waitFor();
  expect(await require.isDisabled()).toBe(true);
  await secure.getByLabel('Setiap loket sudah mencoba alamat https').check();
  await adminPicture(secure, 'https-wajib');
  await require.click();
  await secure.getByText('HTTPS wajib untuk loket dan admin.').waitFor();
  expect((await admin.request('GET', '/admin/settings')).body).toMatchObject({ httpsRequired: true });
  await secure.getByRole('button', { name: 'Tidak wajib lagi' }).click();
  await require.waitFor();
  await secure.context().close();
});
