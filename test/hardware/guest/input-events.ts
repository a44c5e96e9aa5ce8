import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { until } from '../../support/until';

/** An input device of the kernel's, as a page hears it. */
export interface HeardInput {
  /** How often the kernel repeated a held key so far. */
  repeats(): number;
  /** Whether it was pulled out. */
  isGone(): boolean;
  close(): void;
}

// linux/input.h: struct input_event on 64 bits; linux/input-event-codes.h.
const eventSize = 24;
const keyEvent = 1;
const values = { up: 0, down: 1, repeat: 2 };
const codes: Readonly<Record<number, string>> = {
  28: 'Enter',
  108: 'ArrowDown',
  183: 'F13',
  184: 'F14',
  185: 'F15',
};
const lookEveryMs = 5;

/** Hears the keys of the device with that name, and tells them to `keys` as a browser tells a page. */
export async function hearInput(name: string, keys: EventTarget): Promise<HeardInput> {
  const event = await until(`${name} is an input device`, () => eventFileOf(name), 120_000);
  const file = await until(`${event} can be opened`, () => {
    try {
      return openSync(`/dev/input/${event}`, constants.O_RDONLY | constants.O_NONBLOCK);
    } catch {
      // Its file comes a moment after its name.
      return null;
    }
  });
  let repeats = 0;
  let isGone = false;
  const buffer = Buffer.alloc(eventSize * 64);
  const looking = setInterval(() => {
    let length = 0;
    try {
      length = readSync(file, buffer, 0, buffer.length, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENODEV') return;
      isGone = true;
      close();
      return;
    }
    for (let at = 0; at + eventSize <= length; at += eventSize) {
      const code = codes[buffer.readUInt16LE(at + 18)];
      if (buffer.readUInt16LE(at + 16) !== keyEvent || code === undefined) continue;
      const value = buffer.readInt32LE(at + 20);
      if (value === values.repeat) repeats += 1;
      const told = new Event(value === values.up ? 'keyup' : 'keydown', { cancelable: true });
      keys.dispatchEvent(Object.assign(told, { code, key: code, repeat: value === values.repeat }));
    }
  }, lookEveryMs);
  let isClosed = false;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    clearInterval(looking);
    closeSync(file);
  };
  return { repeats: () => repeats, isGone: () => isGone, close };
}

function eventFileOf(name: string): string | undefined {
  const found = readFileSync('/proc/bus/input/devices', 'utf8')
    .split('\n\n')
    .find((each) => each.includes(`Name="${name}"`));
  return found && /\b(event\d+)\b/.exec(found)?.[1];
}
