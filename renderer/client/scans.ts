import { useEffect, useEffectEvent } from 'react';

/**
 * Milliseconds from one character to the next, at most, of a scanner that acts as a keyboard: most need a few, those
 * that are set for slow machines up to 80. No hand is so quick for long.
 */
export const betweenScannedKeysMs = 100;
/** Milliseconds that such a scanner never holds a key down: it lets go half-way to the next. A hand holds it longer. */
export const heldByHandMs = 50;
/** Shorter runs may be somebody's who types fast. */
const shortestScan = 8;

/** A ticket's token in what a scanner read: its phone page's address, or the token alone; null for another code. */
export function tokenIn(text: string): string | null {
  return /(?:^|\/t\/)([A-Za-z0-9_-]{22,64})$/.exec(text.trim())?.[1] ?? null;
}

/**
 * Hears what is scanned, by a scanner that the shell reads or by one that types like a keyboard: a quick run of
 * characters that ends with Enter. Answers the ticket's token, or null for a code that is no ticket's or could not be
 * read. What is typed into a field is left alone.
 */
export function useScannedTickets(heard: (token: string | null) => void): void {
  const hear = useEffectEvent(heard);
  useEffect(() => {
    const stop = window.antre?.onScan((text) => hear(tokenIn(text)));
    let typed = '';
    let lastAt = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.timeStamp - lastAt > betweenScannedKeysMs) typed = '';
      lastAt = event.timeStamp;
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      if (event.key.length === 1) typed += event.key;
      if (event.key !== 'Enter') return;
      const code = typed;
      typed = '';
      if (code.length < shortestScan) return;
      // Else this Enter would press whatever has the focus.
      event.preventDefault();
      event.stopPropagation();
      hear(tokenIn(code));
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      stop?.();
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, []);
}
