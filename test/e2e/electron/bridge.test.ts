import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchAntre } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

async function kioskShown() {
  const dataDir = temporaryFolder();
  const antre = await launchAntre(dataDir);
  await antre.kiosk.waitForURL(/\/kiosk$/);
  return { ...antre, dataDir };
}

test('the preload gives the page exactly the named functions', async () => {
  const { kiosk } = await kioskShown();
  expect(await kiosk.evaluate(() => Object.keys(window.antre ?? {}).sort())).toEqual([
    'onButton',
    'onDevices',
    'onScan',
    'requestExit',
    'setupCode',
    'shellInfo',
  ]);
  expect(await kiosk.evaluate(() => window.antre?.shellInfo())).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    electron: expect.stringMatching(/^\d+\.\d+\.\d+/),
    platform: expect.stringContaining(process.platform),
  });
});

test('a wrong PIN leaves the kiosk as it is, the right one ends it', async () => {
  const { kiosk, ended, dataDir } = await kioskShown();
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  expect(await kiosk.evaluate(() => window.antre?.setupCode())).toBe(code);
  expect(await kiosk.evaluate(() => window.antre?.requestExit('000000'))).toBe(false);
  expect(kiosk.isClosed()).toBe(false);
  // The window may be gone before its answer has come through.
  const answer = kiosk.evaluate((right) => window.antre?.requestExit(right), code).catch(() => 'gone');
  expect(await ended).toBe(0);
  expect([true, 'gone']).toContain(await answer);
});

test('the bridge refuses arguments of another shape, and every window but the kiosk', async () => {
  const { kiosk, electron, logged } = await kioskShown();
  const refused = await kiosk.evaluate(async () => {
    const ask = window.antre?.requestExit as (...values: unknown[]) => Promise<unknown>;
    const outcomes: unknown[] = [];
    for (const value of [undefined, 1, {}, ['1234'], '', 'x'.repeat(101)]) {
      outcomes.push(await ask(value).then(String, () => 'refused'));
    }
    return outcomes;
  });
  expect(refused).toEqual(Array(6).fill('refused'));

  const elsewhere = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const kioskAddress = BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '';
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${app.getAppPath()}/build/main/preload.cjs`,
        sandbox: true,
        partition: 'kiosk',
      },
    });
    await other.loadURL(kioskAddress);
    const answer = await other.webContents.executeJavaScript(
      `antre.setupCode().then(String, () => 'refused')`,
    );
    other.destroy();
    return answer;
  });
  expect(elsewhere).toBe('refused');
  expect(logged().filter((line) => line.msg === 'bridge_refused')).toHaveLength(7);
});
