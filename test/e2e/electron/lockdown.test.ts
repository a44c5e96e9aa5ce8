import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asRoot, electronProgram, launchAntre, ownEnvironment } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

const root = join(import.meta.dirname, '../../..');

async function kioskShown(before?: string) {
  const antre = await launchAntre(temporaryFolder(), {}, before);
  await antre.kiosk.waitForURL(/\/kiosk$/);
  return antre;
}

test('nothing leads out of the kiosk page', async () => {
  const { kiosk, electron, logged } = await kioskShown();
  const home = kiosk.url();
  await kiosk.evaluate(() => Object.assign(window, { stillHere: true }));

  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
    '/staff',
    '/api/v1/openapi.json',
  ]) {
    await kiosk.evaluate((to) => {
      location.href = to;
    }, address);
    await kiosk.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.download = 'file';
      link.click();
      link.remove();
      const form = document.createElement('form');
      form.action = to;
      document.body.append(form);
      form.submit();
      form.remove();
      window.open(to);
    }, address);
  }
  await kiosk.evaluate(() => history.back());

  expect(
    await kiosk.evaluate(() => ({
      at: location.href,
      stillHere: 'stillHere' in window,
      frames: frames.length,
    })),
  ).toEqual({ at: home, stillHere: true, frames: 0 });
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(new Set(logged().map((line) => line.msg))).toContain('navigation_refused');
  expect(new Set(logged().map((line) => line.msg))).toContain('window_refused');
});

test('the page gets no permission, no dialog, no developer tools and no Node', async () => {
  const { kiosk, electron } = await kioskShown('made-up-microphone.cjs');
  const granted = await kiosk.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      notifications: await Notification.requestPermission(),
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
      confirmed: window.confirm('?'),
      node: typeof Reflect.get(window, 'require') + typeof Reflect.get(window, 'process'),
    };
  });
  expect(granted).toEqual({
    geolocation: 'denied',
    camera: 'denied',
    notifications: 'denied',
    // Its devices’ names may be read, since one to be heard by is chosen by its name; it may not be listened to.
    media: 'NotAllowedError',
    confirmed: false,
    node: 'undefinedundefined',
  });
  const tools = await electron.evaluate(({ BrowserWindow, Menu }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    return { open: contents?.isDevToolsOpened(), menu: Menu.getApplicationMenu() };
  });
  expect(tools).toEqual({ open: false, menu: null });
});

test('shortcuts do not reach the page, other keys do', async () => {
  const { kiosk, electron } = await kioskShown();
  await kiosk.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    window.addEventListener('keydown', (event) => keys.push(event.key), { capture: true });
  });
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const press = (keyCode: string, ...modifiers: ('control' | 'alt' | 'shift' | 'meta')[]) =>
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
    for (const key of ['F1', 'F5', 'F11', 'F12', 'F13']) press(key);
    for (const key of ['R', 'W', 'N', 'P', '=', '-']) press(key, 'control');
    press('I', 'control', 'shift');
    press('F4', 'alt');
    press('Left', 'alt');
    press('A');
  });
  await kiosk.waitForFunction(() => Reflect.get(window, 'keys').includes('a'));
  expect(await kiosk.evaluate(() => Reflect.get(window, 'keys'))).toEqual(['F1', 'F13', 'a']);
});

test('the page keeps its size, and nothing is dropped, dragged or opened by a long press', {
  tags: 'long',
}, async () => {
  const { kiosk, electron } = await kioskShown();
  const prevented = await kiosk.evaluate(() => {
    const sent = [
      new WheelEvent('wheel', { ctrlKey: true, deltaY: -100, cancelable: true, bubbles: true }),
      ...['contextmenu', 'dragstart', 'dragover', 'drop'].map(
        (name) => new Event(name, { cancelable: true, bubbles: true }),
      ),
    ];
    return sent.map((event) => !document.body.dispatchEvent(event));
  });
  expect(prevented).toEqual([true, true, true, true, true]);
  await kiosk.keyboard.down('Control');
  await kiosk.mouse.move(200, 200);
  await kiosk.mouse.wheel(0, -500);
  await kiosk.keyboard.up('Control');
  expect(
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    ),
  ).toBe(1);
  expect(await kiosk.evaluate(() => window.visualViewport?.scale)).toBe(1);
});

test('closing the window from outside is refused', { tags: 'long' }, async () => {
  const { electron, kiosk } = await kioskShown();
  const open = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.close();
    return BrowserWindow.getAllWindows().length;
  });
  expect(open).toBe(1);
  expect(await kiosk.evaluate(() => document.readyState)).toBe('complete');
});

/** Runs Electron by hand, without the door that tests work by; returns how it ended and what it said. */
async function runElectron(...switches: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(electronProgram(), [...switches, '.', ...asRoot()], {
    cwd: root,
    env: { ...ownEnvironment(), ANTRE_DATA_DIR: temporaryFolder(), ANTRE_PORT: '0', ANTRE_WATCHED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const done = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stderr.on('data', (chunk) => {
    said += chunk;
    if (said.includes('is unknown; known are')) child.kill('SIGTERM');
  });
  return { status: await done, said };
}

test('Antre does not start with a door for debuggers', async () => {
  for (const door of ['--remote-debugging-port=0', '--inspect=0']) {
    const { status, said } = await runElectron(door);
    expect([door, status, said]).toEqual([door, 78, expect.stringContaining('Antre does not start with --')]);
  }
});

test('a switch that the machine does not need is told as unknown', { tags: 'long' }, async () => {
  const { said } = await runElectron('--disable-web-security');
  expect(said).toContain('The flag --disable-web-security is unknown');
});
