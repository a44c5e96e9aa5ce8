// The least that a kiosk's start can cost: one window of Electron's over the whole screen, with a page that says nothing.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.EMPTY_WINDOW_DATA);
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, kiosk: true, frame: false, backgroundColor: '#063b34' });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<main><button>.</button></main>');
});
