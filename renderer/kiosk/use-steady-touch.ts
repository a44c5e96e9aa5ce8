import { type MouseEvent, useRef } from 'react';

/** Milliseconds and pixels within which another touch is the same trembling hand's. */
const sameTouchMs = 700;
const sameTouchPixels = 150;

/**
 * For hands that shake: a second touch near the first within a moment does nothing, whatever lies there by then. Answers what
 * hears the clicks of the canvas before it does. Keys are left alone.
 *
 * @param isOn in large letters, where nobody is in a hurry
 */
export function useSteadyTouch(isOn: boolean): (event: MouseEvent) => void {
  const last = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0 });
  return (event) => {
    // A label hands its click on to what it is the label of.
    if (event.detail === 0 || event.target instanceof HTMLInputElement) return;
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const before = last.current;
    const isSame = at - before.at < sameTouchMs && Math.hypot(x - before.x, y - before.y) < sameTouchPixels;
    if (isOn && isSame) {
      event.preventDefault();
      event.stopPropagation();
    } else last.current = { at, x, y };
  };
}
