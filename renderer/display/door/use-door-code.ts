import { useEffect, useState } from 'react';
import type { DoorCode } from '../../../electron/contract/joining';
import { callRoute } from '../../client/api';

/** Where none came, another try is made so soon. */
const retryMs = 3_000;
/** That it was switched on is seen within so long. */
const askAtLeastEveryMs = 15_000;
/** A server that lost its power never answers. */
const answerWithinMs = 10_000;

/**
 * The code that the door shows now, asked for anew as its minute ends; undefined before the first answer, and null once the
 * last one is good no longer and no other came.
 */
export function useDoorCode(isLetIn: boolean): DoorCode | null | undefined {
  const [shown, setShown] = useState<DoorCode | null>();
  useEffect(() => {
    if (!isLetIn) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let goodUntil = 0;
    const ask = async () => {
      let nextMs = retryMs;
      try {
        const code = await callRoute('doorCode', { signal: AbortSignal.timeout(answerWithinMs) });
        if (isOver) return;
        goodUntil = performance.now() + code.goodFor * 1000;
        nextMs = Math.min(Math.max(1, code.renewIn) * 1000, askAtLeastEveryMs);
        setShown(code);
      } catch {
        if (isOver) return;
        // A code that leads nowhere would send people to the kiosk only after they have tried.
        if (performance.now() >= goodUntil) setShown(null);
      }
      timer = setTimeout(ask, nextMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isLetIn]);
  return shown;
}
