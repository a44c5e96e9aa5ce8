import type { ElectronApplication } from 'playwright';
import { expect, test } from 'vitest';
import { launchAntre, waitFor } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

/** The test machine has one screen: lets Electron see another beside it, as when a cable is plugged in. */
async function plugInSecondScreen(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ screen }) => {
    const primary = screen.getPrimaryDisplay();
    const second = { ...primary, id: primary.id + 1, bounds: { x: 0, y: 0, width: 960, height: 540 } };
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

test('a second screen shows the lobby, with sound and without the bridge, for as long as it is there', async () => {
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
});

test('no lobby window is opened where it is switched off', async () => {
  const { electron, kiosk } = await launchAntre(temporaryFolder(), { ANTRE_DISPLAY: 'none' });
  await kiosk.waitForURL(/\/kiosk$/);
  await plugInSecondScreen(electron);
  expect(await windowsOf(electron)).toBe(1);
});
