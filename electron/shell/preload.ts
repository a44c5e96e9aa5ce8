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

// The page begins to listen after it was told.
let devices: ShellDevices | undefined;
const devicesListeners = new Set<(devices: ShellDevices) => void>();
ipcRenderer.on(channels.devices, (_event, told: ShellDevices) => {
  devices = told;
  for (const listener of devicesListeners) listener(told);
});

const bridge: ShellBridge = {
  requestExit: (pin) => ipcRenderer.invoke(channels.requestExit, pin),
  setupCode: () => ipcRenderer.invoke(channels.setupCode),
  shellInfo: () => ipcRenderer.invoke(channels.shellInfo),
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
