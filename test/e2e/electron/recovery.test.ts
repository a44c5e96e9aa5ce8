import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, test } from 'vitest';
import { asRoot, electronProgram, launchAntre, ownEnvironment, waitFor } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

/** What the kiosk's window shows, asked of Electron itself: Playwright's page doesn't outlive a crash. */
async function shown(electron: ElectronApplication) {
  return await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return { url: contents?.getURL() ?? '', crashed: contents?.isCrashed(), loading: contents?.isLoading() };
  });
}

async function kioskIsBack(electron: ElectronApplication): Promise<boolean> {
  const { url, crashed, loading } = await shown(electron);
  return url.endsWith('/kiosk') && !crashed && !loading;
}

/** The id of Electron's graphics process; waits for one. */
async function graphicsProcess(electron: ElectronApplication): Promise<number> {
  let found: number | undefined;
  await waitFor(async () => {
    found = await electron.evaluate(
      ({ app }) => app.getAppMetrics().find((metrics) => metrics.type === 'GPU')?.pid,
    );
    return found !== undefined;
  }, 'the graphics process');
  return found ?? 0;
}

test('a page that crashed is back by itself', async () => {
  const { electron, kiosk, waitForLog } = await launchAntre(temporaryFolder());
  await kiosk.waitForURL(/\/kiosk$/);
  const crash = () =>
    electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
  await crash();
  await waitForLog('page_gone');
  await waitFor(() => kioskIsBack(electron), 'the kiosk page after a crash');
  await crash();
  await waitFor(() => kioskIsBack(electron), 'the kiosk page after a second crash');
});

test('a page that hangs is ended and is back by itself', async () => {
  const { electron, kiosk, waitForLog } = await launchAntre(temporaryFolder());
  await kiosk.waitForURL(/\/kiosk$/);
  kiosk
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {
      // Its process was ended, as it should be.
    });
  await waitForLog('page_hung', 40_000);
  await waitFor(() => kioskIsBack(electron), 'the kiosk page after it hung');
});

test('after three losses of the graphics process Antre goes on without hardware acceleration', async () => {
  const { electron, kiosk, ended, logged } = await launchAntre(temporaryFolder(), { ANTRE_WATCHED: '1' });
  await kiosk.waitForURL(/\/kiosk$/);
  for (let losses = 1; losses <= 3; losses += 1) {
    const killed = await graphicsProcess(electron);
    process.kill(killed, 'SIGKILL');
    if (losses < 3) {
      await waitFor(async () => (await graphicsProcess(electron)) !== killed, 'a new graphics process');
    }
  }
  expect(await ended).toBe(86);
  expect(logged().filter((line) => line.msg === 'process_gone' && line.type === 'GPU')).toHaveLength(3);
});

test('a second Antre with the same data ends at once and leaves the first alone', async () => {
  const dataDir = temporaryFolder();
  const { electron, kiosk } = await launchAntre(dataDir);
  await kiosk.waitForURL(/\/kiosk$/);
  const second = spawn(electronProgram(), ['.', ...asRoot()], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...ownEnvironment(), ANTRE_DATA_DIR: dataDir, ANTRE_PORT: '0' },
  });
  let words = '';
  second.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const [status] = await once(second, 'exit');
  expect(status).toBe(0);
  expect(words).toContain('Antre already runs with this data directory.');
  expect(await kioskIsBack(electron)).toBe(true);
});
