import { useEffect, useState } from 'react';

const fetchScreen = () => import('./exit-screen');
type ExitScreen = Awaited<ReturnType<typeof fetchScreen>>['ExitScreen'];
const tryAgainMs = 10_000;

/** The staff's way out, which no visitor needs: it comes once the page has time. Null until it is there. */
export function useExitScreen(): ExitScreen | null {
  const [screen, setScreen] = useState<{ readonly ExitScreen: ExitScreen } | null>(null);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      fetchScreen().then(setScreen, () => {
        again = setTimeout(look, tryAgainMs);
      });
    };
    const fetching = requestIdleCallback(look);
    return () => {
      cancelIdleCallback(fetching);
      clearTimeout(again);
    };
  }, []);
  return screen?.ExitScreen ?? null;
}
