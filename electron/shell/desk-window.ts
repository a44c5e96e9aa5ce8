import { BrowserWindow } from 'electron';
import type { Localized } from '../contract/common';
import type { Log } from '../log';
import { allowPages, makeWorkplace } from './lockdown';
import { lockedPreferences } from './locked-preferences';
import { faultScreen, ground } from './own-screen';
import { keepAlive } from './recovery';

/** The hub's pages that people work in. */
const paths = ['/staff', '/admin', '/reports'];

/** An officer's or admin's window: an ordinary one, which shows the hub's office pages and nothing else. */
export function openDeskWindow(
  parts: {
    readonly hub: string;
    readonly preload: string;
    readonly whileAway: string;
    /** It was closed. */
    readonly leave: () => void;
  },
  log: Log,
) {
  const { hub, preload, whileAway, leave } = parts;
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    title: 'Antre',
    backgroundColor: ground,
    show: false,
    // The shortcuts that were chosen, and the language, are kept here as in any browser.
    webPreferences: { preload, ...lockedPreferences('persist:desk') },
  });
  const contents = window.webContents;
  makeWorkplace(contents);
  allowPages(
    contents,
    paths.map((path) => new URL(path, hub)),
  );
  const load = () => {
    // A failure comes as `did-fail-load`, which `keepAlive` hears.
    contents.loadURL(new URL('/staff', hub).href).catch(() => {});
  };
  window.once('ready-to-show', () => window.show());
  window.on('closed', leave);
  keepAlive(contents, 'desk', { load, cover: () => void contents.loadURL(whileAway).catch(() => {}) }, log);
  load();
  return {
    contents,
    showFault: (fault: { readonly sentence: Localized; readonly detail: string }) =>
      void contents.loadURL(faultScreen(fault)).catch(() => {}),
    focus: () => window.focus(),
  };
}
