// What a kiosk's start is measured against: the same machine, session and Electron, with nothing in its window.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

// Its place is given, for a screen without anything that fills it with windows.
const main = `const { app, BrowserWindow, screen } = require('electron');
app.whenReady().then(() => {
  new BrowserWindow({ ...screen.getPrimaryDisplay().bounds, kiosk: true, frame: false }).loadURL('data:text/html,<body style="background:white">');
});
`;

/** Puts the archive of an Electron that shows an empty page to the file `archive`. */
export async function putEmptyWindow(archive) {
  const app = mkdtempSync(join(tmpdir(), 'empty-window-'));
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }),
  );
  writeFileSync(join(app, 'main.js'), main);
  await createPackage(app, archive);
  rmSync(app, { recursive: true });
}

/** Run in the machine as root: from its next start on the session shows the empty window of `archive`, and nothing watches over it. */
export const showEmptyWindow = (archive) => `
  cp ${archive} /usr/lib/antre/electron/resources/app.asar
  sed -i 's|^exec .*kiosk.cjs|exec /usr/lib/antre/electron/antre-kiosk|' /usr/lib/antre/session/x11
  grep -q '^exec /usr/lib/antre/electron/antre-kiosk' /usr/lib/antre/session/x11
  sync`;
