import { useEffect, useRef } from 'react';
import { type Shortcuts, type ShortcutVerb, shortcutVerbs } from './shortcuts';

const typed = 'input, textarea, select, [contenteditable="true"]';
const pressable = 'button, a, [role="button"], [role="option"], summary';

/**
 * Does a verb when its key is pressed; off while somebody types, a dialog is open, a modifier is held or the key
 * repeats. The space bar on a focused button presses that button, as everywhere.
 */
export function useShortcutKeys(shortcuts: Shortcuts, act: (verb: ShortcutVerb) => void): void {
  const newest = useRef({ shortcuts, act });
  newest.current = { shortcuts, act };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typed) || document.querySelector('[role="dialog"]')) return;
      if (event.code === 'Space' && target?.closest(pressable)) return;
      const verb = shortcutVerbs.find((each) => newest.current.shortcuts[each] === event.code);
      if (!verb) return;
      event.preventDefault();
      newest.current.act(verb);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
