import { useEffect, useEffectEvent, useState } from 'react';
import type { KioskSnapshot } from '../../electron/contract/operation';
import type { SpokenKeys } from '../../electron/contract/spoken-key-names';
import { codeOf } from './key-code';
import type { SpokenStart } from './spoken/visit';

const fetchPath = () => import('./spoken/spoken-page');
type Path = Awaited<ReturnType<typeof fetchPath>>;

/**
 * Listens for the one key, or the headset, that begins the spoken path, while the hall has it. All the rest of it is fetched
 * beforehand, once the page has time.
 */
export function useSpokenStart(kiosk: KioskSnapshot | undefined): {
  readonly started: SpokenStart | null;
  /** What draws it; null until it is there. */
  readonly Page: Path['SpokenPage'] | null;
  readonly over: () => void;
} {
  const [started, setStarted] = useState<SpokenStart | null>(null);
  const [path, setPath] = useState<Path | null>(null);
  const isOn = kiosk?.spokenPath === true;
  const start = useEffectEvent((event: KeyboardEvent) => {
    const how = kiosk ? startOf(codeOf(event), kiosk.spokenKeys) : null;
    if (how === null || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (started) return;
    setStarted(how);
    // Where it can't be fetched the kiosk stays as it is: the next press tries again.
    fetchPath().then(setPath, () => setStarted(null));
  });
  useEffect(() => {
    if (!isOn) return;
    const fetching = requestIdleCallback(() => void fetchPath().catch(() => undefined));
    const pressed = (event: KeyboardEvent) => start(event);
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      cancelIdleCallback(fetching);
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [isOn]);
  return { started, Page: path?.SpokenPage ?? null, over: () => setStarted(null) };
}

function startOf(code: string, keys: SpokenKeys): SpokenStart | null {
  if (code === keys.headsetIn) return 'headset-in';
  return code === 'F1' || code === keys.help ? 'help' : null;
}
