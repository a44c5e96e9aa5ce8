import { app, type Input, Menu, type Session, type WebContents } from 'electron';
import type { Log } from '../log';

/** The pages that a window is for; a window without any may show nothing but the shell's own screen. */
const pages = new WeakMap<WebContents, readonly URL[]>();
/** Windows that officers and admins work in: the keyboard is theirs, and what they export may be saved. */
const workplaces = new WeakSet<WebContents>();

/** Lets this window show these pages, and no others. */
export function allowPages(contents: WebContents, allowed: readonly URL[]): void {
  pages.set(contents, allowed);
}

/** Leaves the keyboard and the saving of files to whoever works in this window. */
export function makeWorkplace(contents: WebContents): void {
  workplaces.add(contents);
}

/** Whether the address is one of the pages that the window is for: the same origin and path, parsed. */
export function mayShow(contents: WebContents, address: string): boolean {
  try {
    const asked = new URL(address);
    return (pages.get(contents) ?? []).some(
      (page) => asked.origin === page.origin && asked.pathname === page.pathname,
    );
  } catch {
    return false;
  }
}

/**
 * Shuts what leads out of the pages: for every window and session that will ever be made. Must run before
 * Electron is ready.
 */
export function lockDown(log: Log): void {
  // Chromium won't run as root but with this switch, and can't do both. Each window asks for the sandbox as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Without a menu its shortcuts (reload, developer tools, quit, zoom) are gone as well.
  Menu.setApplicationMenu(null);
  app.on('session-created', (session) => lockSession(session, log));
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log));
}

/** What newer Electrons ask about the choice of a sound device. */
const soundChoice: ReadonlySet<string> = new Set(['speaker-selection']);

function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn({ permission }, 'permission_refused');
    answer(false);
  });
  // Pages are told the names of sound devices, and may choose one to be heard by; a microphone has to be asked for, which is refused.
  session.setPermissionCheckHandler(
    (contents, permission, _origin, { mediaType }) =>
      contents !== null &&
      mayShow(contents, contents.getURL()) &&
      (soundChoice.has(permission) || (permission === 'media' && mediaType === 'audio')),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, _item, contents) => {
    if (workplaces.has(contents)) return;
    log.warn('download_refused');
    event.preventDefault();
  });
}

function lockContents(contents: WebContents, log: Log): void {
  const refuseOther = (event: { preventDefault(): void }, address: string) => {
    if (mayShow(contents, address)) return;
    event.preventDefault();
    log.warn('navigation_refused');
  };
  contents.on('will-navigate', refuseOther);
  contents.on('will-redirect', refuseOther);
  contents.on('will-frame-navigate', (event) => refuseOther(event, event.url));
  contents.setWindowOpenHandler(() => {
    log.warn('window_refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('devtools-opened', () => contents.closeDevTools());
  contents.on('before-input-event', (event, input) => {
    if (!workplaces.has(contents) && isShortcut(input)) event.preventDefault();
  });
  const keepSize = () => {
    if (workplaces.has(contents)) return;
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  };
  contents.on('zoom-changed', keepSize);
  contents.on('did-finish-load', keepSize);
}

/** Function keys of which no browser makes anything: what blind visitors begin by, and what keypads send. */
const lettingThrough = /^F(1|1[3-9]|2[0-4])$/;

/** Keys with Ctrl, Alt or the system key, function keys, and the browser's own: a kiosk needs none of them. */
function isShortcut({ control, alt, meta, key }: Input): boolean {
  if (control || alt || meta) return true;
  if (lettingThrough.test(key)) return false;
  return /^F\d{1,2}$/.test(key) || /^(Browser|Launch|Zoom|Print|ContextMenu)/.test(key);
}
