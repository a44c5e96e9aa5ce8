import { watch } from 'node:fs';
import type { Hid, HidDevice, HidLine } from './hid';

type NodeHid = typeof import('node-hid');

/** Linux tells of comings and goings in several steps; the device's permissions come last. */
const settleMs = 150;
const pollMs = 2_500;
/** A wake-up that was missed costs at most that much. */
const lookAnywayMs = 10_000;

/**
 * The system's HID devices by node-hid, which is loaded at first use: a machine without libusb or libudev starts all
 * the same. On Linux through hidraw, which alone knows usages and leaves the kernel's own input devices as they are.
 */
export function nodeHid(): Hid {
  let loading: Promise<NodeHid> | undefined;
  const load = () => {
    loading ??= import('node-hid');
    return loading;
  };
  return {
    async list() {
      try {
        const { devicesAsync } = await load();
        const devices = (await devicesAsync()).flatMap((each): HidDevice[] =>
          each.path === undefined
            ? []
            : [
                {
                  path: each.path,
                  vendorId: each.vendorId,
                  productId: each.productId,
                  product: each.product ?? '',
                  usagePage: each.usagePage ?? 0,
                  usage: each.usage ?? 0,
                },
              ],
        );
        return { ok: true, devices };
      } catch (error) {
        return {
          ok: false,
          fault: 'unavailable',
          detail: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async open({ path }) {
      let hid: NodeHid;
      try {
        hid = await load();
      } catch {
        return { ok: false, fault: 'unavailable' };
      }
      try {
        const device = await hid.HIDAsync.open(path, { nonExclusive: true });
        return { ok: true, line: lineOf(device) };
      } catch (error) {
        return { ok: false, fault: /permission|denied|access/i.test(String(error)) ? 'denied' : 'gone' };
      }
    },
    onHotPlug: process.platform === 'linux' ? watchDev : (listener) => every(pollMs, listener),
  };
}

function lineOf(device: Awaited<ReturnType<NodeHid['HIDAsync']['open']>>): HidLine {
  let ended = false;
  const close = () => {
    if (ended) return;
    ended = true;
    // A device that is gone can't be closed any more.
    device.close().catch(() => undefined);
  };
  return {
    onReport: (listener) => void device.on('data', (report: Buffer) => !ended && listener(report)),
    onLost: (listener) => {
      device.on('error', () => {
        if (ended) return;
        close();
        listener();
      });
    },
    close,
  };
}

function watchDev(listener: () => void): () => void {
  let settled: NodeJS.Timeout | undefined;
  const stopLooking = every(lookAnywayMs, listener);
  const watcher = watch('/dev', (_kind, name) => {
    if (name !== null && !name.startsWith('hidraw')) return;
    clearTimeout(settled);
    settled = setTimeout(listener, settleMs);
  });
  // Without it there is still the looking now and then.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(settled);
    stopLooking();
    watcher.close();
  };
}

function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  return () => clearInterval(timer);
}
