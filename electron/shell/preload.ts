import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge } from '../contract/shell';
import { channels } from './channels';

const bridge: ShellBridge = {
  requestExit: (pin) => ipcRenderer.invoke(channels.requestExit, pin),
  setupCode: () => ipcRenderer.invoke(channels.setupCode),
  shellInfo: () => ipcRenderer.invoke(channels.shellInfo),
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
