import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Watches for touches, keys and scans while `active`: after `seconds` without any it calls `onIdle`, and for
 * the last `askedFor` of them it answers the seconds left to say that one is still there; null meanwhile.
 */
export function useIdle(
  active: boolean,
  { seconds, askedFor }: { readonly seconds: number; readonly askedFor: number },
  onIdle: () => void,
): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    setLeft(null);
    if (!active) return;
    const homeAfterMs = seconds * 1000;
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
      } else if (quiet >= homeAfterMs - askedFor * 1000) {
        setLeft(Math.ceil((homeAfterMs - quiet) / 1000));
      }
    }, 200);
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', touched);
    // What a scanner at the shell reads is no key.
    const stopHearing = window.antre?.onScan(touched);
    return () => {
      clearInterval(watching);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', touched);
      stopHearing?.();
    };
  }, [active, seconds, askedFor]);
  return left;
}
