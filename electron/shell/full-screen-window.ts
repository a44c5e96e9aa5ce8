import { BrowserWindow, type Display, type WebPreferences } from 'electron';
import type { Log } from '../log';
import { allowPages } from './lockdown';
import { lockedPreferences } from './locked-preferences';
import { ground, waitingScreen } from './own-screen';
import { keepAlive } from './recovery';

/** A window that fills one screen and shows one page of the server, or the shell's own screen. */
export interface FullScreenWindow {
  readonly window: BrowserWindow;
  /** Shows this page of the server, and from now on keeps it there; `whileAway` where it can't be loaded. */
  showPage(page: URL, whileAway: string): void;
  /** Shows one of the shell's own screens instead. */
  showOwnScreen(address: string): void;
  /** Fills this screen. */
  fill(display: Display): void;
  close(): void;
}

/** Opens a window over the whole of a screen; it begins with the waiting screen. Nobody but the shell closes it. */
export function openFullScreenWindow(
  name: 'kiosk' | 'display',
  display: Display,
  preferences: Pick<WebPreferences, 'preload' | 'autoplayPolicy'>,
  log: Log,
): FullScreenWindow {
  const window = new BrowserWindow({
    ...display.bounds,
    title: 'Antre',
    backgroundColor: ground,
    show: false,
    kiosk: true,
    frame: false,
    // Else Linux draws the hall's pages with round corners and a shadow over what lies behind.
    roundedCorners: false,
    hasShadow: false,
    movable: false,
    minimizable: false,
    alwaysOnTop: name === 'kiosk',
    webPreferences: {
      ...preferences,
      ...lockedPreferences(name),
    },
  });
  let leaving = false;
  let address = waitingScreen();
  let cover = address;
  const load = () => {
    // A failure comes as `did-fail-load`, which `keepAlive` hears.
    window.webContents.loadURL(address).catch(() => {});
  };
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!leaving) event.preventDefault();
  });
  keepAlive(
    window.webContents,
    name,
    { load, cover: () => void window.webContents.loadURL(cover).catch(() => {}) },
    log,
  );
  load();

  return {
    window,
    showPage(page, whileAway) {
      allowPages(window.webContents, [page]);
      address = page.href;
      cover = whileAway;
      load();
    },
    showOwnScreen(own) {
      address = own;
      load();
    },
    fill: ({ bounds }) => window.setBounds(bounds),
    close() {
      leaving = true;
      window.destroy();
    },
  };
}
