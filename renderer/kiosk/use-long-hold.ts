import { useEffect, useRef } from 'react';

const holdMs = 5_000;

/** Calls `held` when the element was pressed for five seconds without letting go. Returns its attributes. */
export function useLongHold(held: () => void): {
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
} {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: () => {
      letGo();
      timer.current = setTimeout(held, holdMs);
    },
    onPointerUp: letGo,
    onPointerLeave: letGo,
    onPointerCancel: letGo,
  };
}
