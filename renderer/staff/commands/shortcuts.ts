import { useCallback, useState } from 'react';

/** What can be done by one key. */
export const shortcutVerbs = [
  'next',
  'recall',
  'start',
  'finish',
  'noShow',
  'hold',
  'transfer',
  'takeBack',
  'find',
  'help',
  'letPass',
] as const;
export type ShortcutVerb = (typeof shortcutVerbs)[number];
/** A key as `KeyboardEvent.code` names it where it is pressed, so that it holds on every layout. */
export type Shortcuts = Readonly<Record<ShortcutVerb, string>>;

export const defaultShortcuts: Shortcuts = {
  next: 'Space',
  recall: 'KeyR',
  start: 'KeyS',
  finish: 'KeyF',
  noShow: 'KeyN',
  hold: 'KeyH',
  transfer: 'KeyT',
  takeBack: 'KeyZ',
  find: 'KeyC',
  help: 'KeyB',
  letPass: 'KeyG',
};

const usualKeys = new Set(Object.values(defaultShortcuts));
const spareKeys = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  .map((letter) => `Key${letter}`)
  .filter((code) => !usualKeys.has(code));

/** Keys that move about the page or press what has the focus, and so can't be given away. */
const reserved = /^(Tab|Enter|Escape|Shift|Control|Alt|Meta|CapsLock|Arrow|Home|End|Page|ContextMenu|F\d)/;

/** Whether a key may be a shortcut. */
export function mayBeShortcut(code: string): boolean {
  return code !== '' && !reserved.test(code);
}

/** What stands on the key: `R`, `3`, `Spasi` by the name given for the space bar. */
export function keyLabel(code: string, space: string): string {
  if (code === 'Space') return space;
  return code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

/** A user's shortcuts, kept in this browser. */
export function useShortcuts(userId: string): {
  readonly shortcuts: Shortcuts;
  readonly change: (shortcuts: Shortcuts) => void;
} {
  const kept = `antre.staff.shortcuts.${userId}`;
  const [shortcuts, setShortcuts] = useState<Shortcuts>(() => readShortcuts(localStorage.getItem(kept)));
  const change = useCallback(
    (changed: Shortcuts) => {
      localStorage.setItem(kept, JSON.stringify(changed));
      setShortcuts(changed);
    },
    [kept],
  );
  return { shortcuts, change };
}

function readShortcuts(json: string | null): Shortcuts {
  const stored = parseObject(json);
  const chosen = new Set(Object.values(stored));
  // A verb that there wasn't yet gets its usual key, or another where that one was given away.
  const unchosen = (verb: ShortcutVerb) =>
    [defaultShortcuts[verb], ...spareKeys].find((code) => !chosen.has(code)) ?? defaultShortcuts[verb];
  const read = Object.fromEntries(
    shortcutVerbs.map((verb) => {
      const code = stored[verb];
      return [verb, typeof code === 'string' && mayBeShortcut(code) ? code : unchosen(verb)];
    }),
  ) as Record<ShortcutVerb, string>;
  // Two verbs on one key would do the first only: such a list is put aside whole.
  return new Set(Object.values(read)).size === shortcutVerbs.length ? read : defaultShortcuts;
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
