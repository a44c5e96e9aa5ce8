import { useEffect, useState } from 'react';

const fetchScreens = () => import('./later-screens');
export type LaterScreens = Awaited<ReturnType<typeof fetchScreens>>;
const tryAgainMs = 10_000;

/** The screens that no visitor sees first: they come once the page has time. Null until they are there. */
export function useLaterScreens(): LaterScreens | null {
  const [screens, setScreens] = useState<LaterScreens | null>(null);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      fetchScreens().then(setScreens, () => {
        again = setTimeout(look, tryAgainMs);
      });
    };
    const fetching = requestIdleCallback(look);
    return () => {
      cancelIdleCallback(fetching);
      clearTimeout(again);
    };
  }, []);
  return screens;
}
