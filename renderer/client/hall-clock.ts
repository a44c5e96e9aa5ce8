import { useEffect, useState } from 'react';

/**
 * The hall's time as the server last told it, and when by the page's own stopwatch. What the computer under the page calls
 * the time is never shown: televisions and office PCs are often wrong, and are set while the page is open.
 */
let told: { readonly moment: number; readonly at: number } | undefined;

/** What is drawn anew at once where the hall's time is another than was believed, by more than a second. */
const drawnByIt = new Set<() => void>();

/**
 * Takes over the hall's time, `2026-11-24T08:00:05+07:00` or milliseconds since 1970, from an answer that was made just
 * now.
 */
export function hearHallTime(instant: string | number): void {
  const believed = hallNow();
  told = { moment: typeof instant === 'number' ? instant : Date.parse(instant), at: performance.now() };
  if (Math.abs(told.moment - believed) > 1_000) for (const draw of drawnByIt) draw();
}

/** The hall's time in milliseconds since 1970 UTC; null until the server was heard. */
export function heardHallTime(): number | null {
  return told ? told.moment + performance.now() - told.at : null;
}

/** What the hall's time was at a moment of `performance.now()`, in milliseconds since 1970 UTC. */
export function hallTimeAt(at: number): number {
  return hallNow() - performance.now() + at;
}

/** The hall's time in milliseconds since 1970 UTC; the computer's own until the server was heard. */
export function hallNow(): number {
  return heardHallTime() ?? Date.now();
}

/** The hall's time, drawn anew every so many milliseconds, when it turns out to be another, and whenever else the component is. */
export function useHallNow(everyMs: number): number {
  const [, draw] = useState(0);
  useEffect(() => {
    const again = () => draw((count) => count + 1);
    const timer = setInterval(again, everyMs);
    drawnByIt.add(again);
    return () => {
      clearInterval(timer);
      drawnByIt.delete(again);
    };
  }, [everyMs]);
  return hallNow();
}
