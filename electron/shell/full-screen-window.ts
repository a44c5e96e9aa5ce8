import { BrowserWindow, type Display, type WebPreferences } from 'electron';
import type { Log } from '../log';
import { allowPage } from './lockdown';
import { ground, waitingScreen } from './own-screen';
import { keepAlive } from './recovery';

/** A window that fills one screen and shows one page of the server, or the shell's own screen. */
export interface FullScreenWindow {
  readonly window: BrowserWindow;
  /** Shows this page of the server, and from now on keeps it there. */
  showPage(page: URL): void;
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
    movable: false,
    minimizable: false,
    alwaysOnTop: name === 'kiosk',
    webPreferences: {
      ...preferences,
      // In memory only: no profile on disk that a power cut could damage, and nothing left of a visitor.
      partition: name,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
      disableDialogs: true,
      spellcheck: false,
      // The lobby's voice and clock go on even where the system thinks nobody looks.
      backgroundThrottling: false,
    },
  });
  let leaving = false;
  let address = waitingScreen();
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
    { load, cover: () => void window.webContents.loadURL(waitingScreen()).catch(() => {}) },
    log,
  );
  load();

  return {
    window,
    showPage(page) {
      allowPage(window.webContents, page);
      address = page.href;
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
