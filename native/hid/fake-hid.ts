import type { Hid, HidDevice, HidFault } from './hid';

/** HID devices that are plugged in and pulled out by hand. */
export interface FakeHid extends Hid {
  /** Plugs a device in, with one or more collections under one path, which is made up. */
  plug(...collections: readonly Omit<HidDevice, 'path'>[]): PluggedFake;
  /** Nothing can be listed any more, as on a machine without libudev. */
  breakDown(): void;
}

export interface PluggedFake {
  /** It says something: one input report. */
  report(bytes: readonly number[]): void;
  unplug(): void;
  /** From now on it can't be opened, for that reason. */
  refuse(fault: HidFault): void;
}

interface Plugged {
  readonly collections: readonly HidDevice[];
  readonly lines: Set<{ report?: (bytes: Uint8Array) => void; lost?: () => void }>;
  refused: HidFault | null;
}

/** Devices that a test plugs in, speaks for and pulls out. */
export function fakeHid(): FakeHid {
  const plugged = new Map<string, Plugged>();
  const listeners = new Set<() => void>();
  let broken = false;
  let made = 0;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    list: async () =>
      broken
        ? { ok: false, fault: 'unavailable', detail: 'libudev.so.1: cannot open shared object file' }
        : { ok: true, devices: [...plugged.values()].flatMap(({ collections }) => collections) },
    open: async ({ path }) => {
      const found = plugged.get(path);
      if (!found) return { ok: false, fault: 'gone' };
      if (found.refused) return { ok: false, fault: found.refused };
      const line: { report?: (bytes: Uint8Array) => void; lost?: () => void } = {};
      found.lines.add(line);
      return {
        ok: true,
        line: {
          onReport: (listener) => {
            line.report = listener;
          },
          onLost: (listener) => {
            line.lost = listener;
          },
          close: () => void found.lines.delete(line),
        },
      };
    },
    onHotPlug: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    plug: (...collections) => {
      made += 1;
      const path = `/fake/hidraw${made}`;
      const one: Plugged = {
        collections: collections.map((each) => ({ ...each, path })),
        lines: new Set(),
        refused: null,
      };
      plugged.set(path, one);
      tell();
      return {
        report: (bytes) => {
          for (const line of [...one.lines]) line.report?.(Uint8Array.from(bytes));
        },
        unplug: () => {
          plugged.delete(path);
          const lines = [...one.lines];
          one.lines.clear();
          for (const line of lines) line.lost?.();
          tell();
        },
        refuse: (fault) => {
          one.refused = fault;
        },
      };
    },
    breakDown: () => {
      broken = true;
      tell();
    },
  };
}
