import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge, ShellDevices } from '../contract/shell';
import { channels } from './channels';

/** The page's listener gets the text alone, never Electron's event. */
function hear(channel: string, listener: (text: string) => void): () => void {
  const told = (_event: unknown, text: unknown) => {
    if (typeof text === 'string') listener(text);
  };
  ipcRenderer.on(channel, told);
  return () => void ipcRenderer.off(channel, told);
}

/** The main process's answer stays on this side of the bridge; the page is told what it needs of it. */
function ask(
  [channel, ...values]: readonly [string, ...unknown[]],
  answered: (answer: unknown) => void,
  refused: () => void,
): void {
  ipcRenderer.invoke(channel, ...values).then(answered, refused);
}

// The page begins to listen after it was told.
let devices: ShellDevices | undefined;
const devicesListeners = new Set<(devices: ShellDevices) => void>();
ipcRenderer.on(channels.devices, (_event, told: ShellDevices) => {
  devices = told;
  for (const listener of devicesListeners) listener(told);
});

const bridge: ShellBridge = {
  requestExit: (pin, told) =>
    ask(
      [channels.requestExit, pin],
      (answer) => told(answer === true),
      () => told(false),
    ),
  setupCode: (told) =>
    ask(
      [channels.setupCode],
      (answer) => told(typeof answer === 'string' ? answer : null),
      () => told(null),
    ),
  onScan: (listener) => hear(channels.scan, listener),
  onButton: (listener) => hear(channels.button, listener),
  onDevices: (listener) => {
    devicesListeners.add(listener);
    if (devices) listener(devices);
    return () => void devicesListeners.delete(listener);
  },
};
contextBridge.exposeInMainWorld('antre', bridge);

// What a visitor's hands could otherwise open or move, whatever the page does.
for (const gesture of ['contextmenu', 'dragstart', 'dragover', 'drop'] as const) {
  window.addEventListener(gesture, (event) => event.preventDefault(), { capture: true });
}
window.addEventListener(
  'wheel',
  (event) => {
    if (event.ctrlKey) event.preventDefault();
  },
  { capture: true, passive: false },
);
