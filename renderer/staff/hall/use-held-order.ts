import { useEffect, useRef, useState } from 'react';

/** How often what is shown takes up the order that is meant. */
const resortMs = 30_000;

/** What is shown, in the order in which it stands: what came since stands behind, what is gone has no place. */
export function settled(shown: readonly string[], meant: readonly string[]): readonly string[] {
  const known = new Set(shown);
  const there = new Set(meant);
  return [...shown.filter((id) => there.has(id)), ...meant.filter((id) => !known.has(id))];
}

/**
 * An order that doesn't change while somebody reads it: `meant` is taken up every half minute, and never while `isHeld` says that
 * a pointer or the focus is on it; at once where `choice` becomes another.
 */
export function useHeldOrder(
  meant: readonly string[],
  choice: string,
  isHeld: () => boolean,
): readonly string[] {
  const [shown, setShown] = useState({ choice, ids: meant });
  const newest = useRef({ meant, isHeld });
  useEffect(() => {
    newest.current = { meant, isHeld };
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const { meant: ids, isHeld: isHeldNow } = newest.current;
      if (!isHeldNow()) setShown({ choice, ids });
    }, resortMs);
    return () => clearInterval(timer);
  }, [choice]);
  if (shown.choice !== choice) {
    setShown({ choice, ids: meant });
    return meant;
  }
  return settled(shown.ids, meant);
}
