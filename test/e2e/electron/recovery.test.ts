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

test('a page that hangs is ended and is back by itself', { tags: 'long' }, async () => {
  const { electron, kiosk, waitForLog } = await launchAntre(temporaryFolder());
  await kiosk.waitForURL(/\/kiosk$/);
  kiosk
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {
      // Its process was ended, as it should be.
    });
  await waitForLog('page_hung');
  await waitFor(() => kioskIsBack(electron), 'the kiosk page after it hung');
});

/** Lets a process run a quarter of the time, as on a machine with much other work, until `ended`. */
async function slowDown(pid: number, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.finally(() => {
    over = true;
  });
  while (!over) {
    process.kill(pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 750));
    process.kill(pid, 'SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

test('a page that is only slow is let be; one that stays blank is brought back, and admins are told', {
  tags: 'long',
}, async () => {
  const dataDir = temporaryFolder();
  const { electron, kiosk, logged, waitForLog } = await launchAntre(dataDir);
  await kiosk.waitForURL(/\/kiosk$/);
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const work = kiosk.evaluate(() => {
    // So much work as takes this page seven seconds on its own.
    let [rounds, sum] = [0, 0];
    for (const end = performance.now() + 1000; performance.now() < end; rounds += 1) {
      for (let at = 0; at < 100_000; at += 1) sum += Math.sqrt(at);
    }
    for (let round = 0; round < rounds * 6; round += 1) {
      for (let at = 0; at < 100_000; at += 1) sum += Math.sqrt(at);
    }
    return sum > 0;
  });
  await slowDown(pid ?? 0, work);
  expect(await work).toBe(true);
  expect(logged().filter(({ msg }) => msg === 'page_hung' || msg === 'page_gone')).toEqual([]);
  // It may have lost its line meanwhile; what it draws once it is back would stand in the emptied page.
  await kiosk.getByRole('heading', { name: 'Silakan pilih gerai' }).waitFor();
  await kiosk.evaluate(() => document.getElementById('root')?.replaceChildren());
  await waitForLog('page_blank');
  await kiosk.locator('#root > *').first().waitFor();
  await waitForLog('page_fault');
  expect(logged().find(({ msg }) => msg === 'page_fault')).toMatchObject({ surface: 'kiosk', kind: 'blank' });
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
