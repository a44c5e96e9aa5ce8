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
  ]);
  // What a function answers at once is all that crosses: no Promise of the main process's answers does.
  const answers = await kiosk.evaluate(() => {
    const ignore = () => undefined;
    const { antre } = window;
    return [antre?.setupCode(ignore), antre?.requestExit('000000', ignore), antre?.onScan(ignore)].map(
      (answer) => typeof answer,
    );
  });
  expect(answers).toEqual(['undefined', 'undefined', 'function']);
});

test('a wrong PIN leaves the kiosk as it is, the right one ends it', async () => {
  const { kiosk, ended, dataDir } = await kioskShown();
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  expect(await kiosk.evaluate(() => new Promise((told) => window.antre?.setupCode(told)))).toBe(code);
  expect(await kiosk.evaluate(() => new Promise((told) => window.antre?.requestExit('000000', told)))).toBe(
    false,
  );
  expect(kiosk.isClosed()).toBe(false);
  // The window may be gone before its answer has come through.
  const answer = kiosk
    .evaluate((right) => new Promise((told) => window.antre?.requestExit(right, told)), code)
    .catch(() => 'gone');
  expect(await ended).toBe(0);
  expect([true, 'gone']).toContain(await answer);
});

test('the bridge refuses arguments of another shape, and every window but the kiosk', {
  tags: 'long',
}, async () => {
  const { kiosk, electron, logged } = await kioskShown();
  const refused = await kiosk.evaluate(async () => {
    const ask = window.antre?.requestExit as (...values: unknown[]) => void;
    const outcomes: unknown[] = [];
    for (const value of [undefined, 1, {}, ['1234'], '', 'x'.repeat(101)]) {
      outcomes.push(await new Promise((told) => ask(value, told)));
    }
    return outcomes;
  });
  expect(refused).toEqual(Array(6).fill(false));

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
    const answer = await other.webContents.executeJavaScript('new Promise((told) => antre.setupCode(told))');
    other.destroy();
    return answer;
  });
  expect(elsewhere).toBe(null);
  expect(logged().filter((line) => line.msg === 'bridge_refused')).toHaveLength(7);
});
