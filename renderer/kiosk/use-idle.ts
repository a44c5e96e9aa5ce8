import { useEffect, useEffectEvent, useState } from 'react';

const questionAfterMs = 22_000;
const homeAfterMs = 30_000;

/**
 * Watches for touches and keys while `active`: after 22 s without any it answers the seconds left to say that one
 * is still there, after 30 s it calls `onIdle`; null meanwhile.
 */
export function useIdle(active: boolean, onIdle: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    setLeft(null);
    if (!active) return;
    let last = performance.now();
    const touched = () => {
      last = performance.now();
      setLeft(null);
    };
    const watching = setInterval(() => {
      const quiet = performance.now() - last;
      if (quiet >= homeAfterMs) {
        touched();
        idle();
      } else if (quiet >= questionAfterMs) {
        setLeft(Math.ceil((homeAfterMs - quiet) / 1000));
      }
    }, 200);
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    return () => {
      clearInterval(watching);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
    };
  }, [active]);
  return left;
}
