import { useEffect, useRef } from 'react';
import { betweenScannedKeysMs } from '../../client/scans';
import { type Shortcuts, type ShortcutVerb, shortcutVerbs } from './shortcuts';

const typed = 'input, textarea, select, [contenteditable="true"]';
const pressable = 'button, a, [role="button"], [role="option"], summary';

/**
 * Does a verb when its key is pressed; off while somebody types, a dialog is open, a modifier is held or the key
 * repeats. The space bar on a focused button presses that button, as everywhere. A key that a different one follows
 * within the twinkling of an eye was a scanner's, which types a whole code, and does nothing; the same key again so
 * soon is a double press, and counts once.
 */
export function useShortcutKeys(shortcuts: Shortcuts, act: (verb: ShortcutVerb) => void): void {
  const newest = useRef({ shortcuts, act });
  newest.current = { shortcuts, act };
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let last = { code: '', at: Number.NEGATIVE_INFINITY };
    const pressed = (event: KeyboardEvent) => {
      const { code, timeStamp: at } = event;
      const follows = at - last.at < betweenScannedKeysMs;
      const isDoublePress = follows && code === last.code;
      last = { code, at };
      if (!isDoublePress) clearTimeout(waiting);
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typed) || document.querySelector('[role="dialog"]')) return;
      if (code === 'Space' && target?.closest(pressable)) return;
      const verb = shortcutVerbs.find((each) => newest.current.shortcuts[each] === code);
      if (!verb) return;
      event.preventDefault();
      if (!follows) waiting = setTimeout(() => newest.current.act(verb), betweenScannedKeysMs);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
}
