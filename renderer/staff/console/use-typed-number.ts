import { useEffect, useEffectEvent, useState } from 'react';
import { betweenScannedKeysMs } from '../../client/scanner-keys';
import type { Shortcuts } from '../commands/shortcuts';
import { isDialogOpen } from '../dialogs/is-dialog-open';

const fields = 'input, textarea, select, [contenteditable="true"]';
const editing = new Set(['Escape', 'Backspace', 'Enter']);
const pressable = 'button, a, [role="button"], [role="option"], summary';
/** Whoever goes on after so long means another number. */
const forgottenMs = 4_000;
/** No number has more. */
const mostDigits = 4;

/**
 * The number that somebody looks for in the line: digits count wherever they are typed, but not in fields and dialogs, not where a
 * digit is a shortcut's key, and not as part of what a scanner types, which follows faster than by a hand and is longer.
 * Backspace takes the last one back, Escape all, and Enter calls `onEnter`.
 */
export function useTypedNumber(
  shortcuts: Shortcuts,
  onEnter: () => void,
): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState('');
  const add = useEffectEvent((digits: string, isAnew: boolean) =>
    setTyped(`${isAnew ? '' : typed}${digits}`.slice(-mostDigits)),
  );
  const edit = useEffectEvent((key: string) => {
    if (typed === '') return;
    if (key === 'Escape') setTyped('');
    if (key === 'Backspace') setTyped(typed.slice(0, -1));
    if (key === 'Enter') onEnter();
  });
  const isShortcut = useEffectEvent((code: string) => Object.values(shortcuts).includes(code));
  useEffect(() => {
    let run = '';
    let lastAt = Number.NEGATIVE_INFINITY;
    let addedAt = Number.NEGATIVE_INFINITY;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      if (!/^\d+$/.test(run) || run.length > mostDigits) return;
      add(run, lastAt - addedAt > forgottenMs);
      addedAt = lastAt;
    };
    const pressed = (event: KeyboardEvent) => {
      const { key, code, timeStamp: at, target } = event;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (isDialogOpen() || (target instanceof Element && target.closest(fields))) return;
      const isSoon = at - lastAt < betweenScannedKeysMs;
      if (editing.has(key)) {
        const isPressing = target instanceof Element && target.closest(pressable) !== null;
        // An Enter that follows so soon is a scanner's.
        if (key === 'Enter' && isSoon) clearTimeout(quiet);
        else if (key !== 'Enter' || !isPressing) edit(key);
      }
      if (key.length > 1) return;
      run = `${isSoon ? run : ''}${isShortcut(code) ? ' ' : key}`;
      lastAt = at;
      clearTimeout(quiet);
      quiet = setTimeout(settle, betweenScannedKeysMs);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(quiet);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
  return [typed, setTyped];
}
