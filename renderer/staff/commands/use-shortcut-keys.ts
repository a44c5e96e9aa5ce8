import { useEffect, useRef } from 'react';
import { betweenScannedKeysMs, heldByHandMs } from '../../client/scanner-keys';
import { isDialogOpen } from '../dialogs/is-dialog-open';
import { type Shortcuts, type ShortcutVerb, shortcutVerbs } from './shortcuts';

const typed = 'input, textarea, select, [contenteditable="true"]';
const pressable = 'button, a, [role="button"], [role="option"], summary';

/** A key that went down, `until` it was let go (null: it is still down), in milliseconds of the page's clock. */
interface Press {
  readonly code: string;
  readonly at: number;
  until: number | null;
}

/**
 * Does a verb when its key is pressed; off while somebody types, a dialog is open, a modifier is held or the key
 * repeats. The space bar on a focused button presses that button, as everywhere.
 *
 * A scanner types a whole code, so a key counts once it is known to be a hand's: still down after `heldByHandMs`, or
 * let go and followed by no other within `betweenScannedKeysMs`. The same key again so soon is a double press, and
 * counts once.
 */
export function useShortcutKeys(shortcuts: Shortcuts, act: (verb: ShortcutVerb) => void): void {
  const newest = useRef({ shortcuts, act });
  newest.current = { shortcuts, act };
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let last: Press = { code: '', at: Number.NEGATIVE_INFINITY, until: null };
    const actOnceByHand = (verb: ShortcutVerb, press: Press) => {
      waiting = setTimeout(() => {
        if (press.until === null) newest.current.act(verb);
        else waiting = setTimeout(() => newest.current.act(verb), betweenScannedKeysMs - heldByHandMs);
      }, heldByHandMs);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat) return;
      const { code, timeStamp: at } = event;
      const isSoon = at - last.at < betweenScannedKeysMs;
      const isDoublePress = isSoon && code === last.code;
      const isScanned = isSoon && (last.until ?? at) - last.at < heldByHandMs;
      if (!isDoublePress) clearTimeout(waiting);
      last = { code, at, until: null };
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typed) || isDialogOpen()) return;
      if (code === 'Space' && target?.closest(pressable)) return;
      const verb = shortcutVerbs.find((each) => newest.current.shortcuts[each] === code);
      if (!verb) return;
      event.preventDefault();
      if (!isDoublePress && !isScanned) actOnceByHand(verb, last);
    };
    const letGo = ({ code, timeStamp }: KeyboardEvent) => {
      if (code === last.code) last.until ??= timeStamp;
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('keyup', letGo);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('keyup', letGo);
    };
  }, []);
}
