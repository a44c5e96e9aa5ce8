import { useEffect, useState } from 'react';
import type { ShellDevices } from '../../../electron/contract/shell';

/** How this machine's devices are; undefined in a browser, and until the shell has told. */
export function useDevices(): ShellDevices | undefined {
  const [devices, setDevices] = useState<ShellDevices>();
  useEffect(() => window.antre?.onDevices(setDevices), []);
  return devices;
}
