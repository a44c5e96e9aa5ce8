import { useEffect, useEffectEvent, useState } from 'react';

/** Whole seconds left of `seconds` since the component came; calls `onEnd` once at nought. */
export function useCountdown(seconds: number, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const begun = performance.now();
    const ticking = setInterval(() => {
      const remaining = Math.ceil(seconds - (performance.now() - begun) / 1000);
      setLeft(Math.max(0, remaining));
      if (remaining > 0) return;
      clearInterval(ticking);
      end();
    }, 200);
    return () => clearInterval(ticking);
  }, [seconds]);
  return left;
}
