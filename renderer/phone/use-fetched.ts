import { useEffect, useState } from 'react';
import { Refused } from '../client/api';

export type Fault = 'refused' | 'away';

/** After so long another try is made where no answer came. */
const retryMs = 3_000;

/**
 * What a function of the client answers, asked again until an answer came; `refused` is final. `load` is called anew
 * when it is another function: keep it with `useCallback`.
 */
export function useFetched<Value>(load: (signal: AbortSignal) => Promise<Value>): {
  readonly value: Value | undefined;
  readonly fault: Fault | undefined;
} {
  const [value, setValue] = useState<Value>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    const stop = new AbortController();
    let retry: ReturnType<typeof setTimeout> | undefined;
    setValue(undefined);
    const attempt = async () => {
      try {
        const loaded = await load(stop.signal);
        if (stop.signal.aborted) return;
        setValue(loaded);
        setFault(undefined);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof Refused && error.problem.status < 500 && error.problem.status !== 429) {
          setFault('refused');
          return;
        }
        setFault('away');
        retry = setTimeout(attempt, retryMs);
      }
    };
    void attempt();
    return () => {
      stop.abort();
      clearTimeout(retry);
    };
  }, [load]);
  return { value, fault };
}
