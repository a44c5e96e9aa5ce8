import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from 'vitest';
import { type LaunchedAntre, launchAntre, waitFor } from '../../support/electron-app';
import { type Admin, launchHeadless } from '../../support/headless-antre';
import { startPassingProxy } from '../../support/passing-proxy';
import { temporaryFolder } from '../../support/temporary-store';

/** The test machine has one screen: lets Electron see another of its model beside it, as when a cable is plugged in. */
async function plugInSecondScreen(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ screen }) => {
    const primary = screen.getPrimaryDisplay();
    const second = { ...primary, bounds: { x: 0, y: 0, width: 960, height: 540 } };
    screen.getAllDisplays = () => [primary, second];
    screen.emit('display-added', {}, second);
  });
}

async function unplugSecondScreen(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ screen }) => {
    const primary = screen.getPrimaryDisplay();
    screen.getAllDisplays = () => [primary];
    screen.emit('display-removed', {}, primary);
  });
}

const windowsOf = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('a second screen shows the lobby, with sound and without the bridge, for as long as it is there, and again', async () => {
  const { electron, kiosk } = await launchAntre(temporaryFolder());
  await kiosk.waitForURL(/\/kiosk$/);
  const opened = electron.waitForEvent('window');
  await plugInSecondScreen(electron);
  const lobby = await opened;
  await lobby.waitForURL(/\/display$/);
  expect(
    await lobby.evaluate(async () => {
      const context = new AudioContext();
      await context.resume();
      return { sound: context.state, bridge: typeof window.antre };
    }),
  ).toEqual({ sound: 'running', bridge: 'undefined' });

  await unplugSecondScreen(electron);
  await waitFor(async () => (await windowsOf(electron)) === 1, 'the lobby window to close');
  expect(kiosk.isClosed()).toBe(false);

  // Switched on again, as each morning.
  const again = electron.waitForEvent('window');
  await plugInSecondScreen(electron);
  await (await again).waitForURL(/\/display$/);
});

test('no lobby window is opened where it is switched off', { tags: 'long' }, async () => {
  const { electron, kiosk } = await launchAntre(temporaryFolder(), { ANTRE_DISPLAY: 'none' });
  await kiosk.waitForURL(/\/kiosk$/);
  await plugInSecondScreen(electron);
  expect(await windowsOf(electron)).toBe(1);
});

/** Lets the screen in by the code that it shows; returns its device id. */
async function letIn(lobby: Page, admin: Admin): Promise<string> {
  const code = lobby.getByTestId('pairing-code');
  await code.waitFor();
  const id = await admin.letIn(((await code.textContent()) ?? '').replace(' ', ''));
  await code.waitFor({ state: 'detached' });
  return id;
}

const ownDeviceOf = (lobby: Page) =>
  lobby.evaluate(async () => {
    const answer = await fetch('/api/v1/devices/me');
    return answer.ok ? ((await answer.json()) as { id: string }).id : answer.status;
  });

async function cutPower({ electron, ended }: LaunchedAntre): Promise<void> {
  electron.process().kill('SIGKILL');
  await ended;
}

test('a lobby screen that was let in is so still after a power cut', { tags: 'long' }, async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const passed = await startPassingProxy(hub.url);
  const dataDir = temporaryFolder();
  const start = () => launchAntre(dataDir, { ANTRE_HUB: passed, ANTRE_SURFACE: 'display' });
  const first = await start();
  const id = await letIn(first.kiosk, admin);
  await cutPower(first);
  const { kiosk: lobby } = await start();
  await lobby.waitForURL(/\/display$/);
  expect(await ownDeviceOf(lobby)).toBe(id);
});

test('so is the second screen of a second kiosk, which is no kiosk by that', { tags: 'long' }, async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const passed = await startPassingProxy(hub.url);
  const dataDir = temporaryFolder();
  const start = () => launchAntre(dataDir, { ANTRE_HUB: passed, ANTRE_PRINTER: 'none' });
  const lobbyOf = async ({ electron, kiosk }: LaunchedAntre) => {
    await kiosk.waitForURL(/\/kiosk$/);
    const opened = electron.waitForEvent('window');
    await plugInSecondScreen(electron);
    const lobby = await opened;
    await lobby.waitForURL(/\/display$/);
    return lobby;
  };
  const first = await start();
  const code = first.kiosk.locator('.code');
  await code.waitFor();
  const kioskId = await admin.letIn((await code.textContent()) ?? '');
  const id = await letIn(await lobbyOf(first), admin);
  await cutPower(first);
  const again = await start();
  expect(await ownDeviceOf(await lobbyOf(again))).toBe(id);
  expect(await ownDeviceOf(again.kiosk)).toBe(kioskId);
});
