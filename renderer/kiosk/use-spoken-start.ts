import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KioskSnapshot } from '../../electron/contract/operation';
import type { SpokenKeys } from '../../electron/contract/spoken-key-names';
import { codeOf } from './key-code';
import type { SpokenStart } from './spoken/visit';

const fetchPath = () => import('./spoken/spoken-page');
type Path = Awaited<ReturnType<typeof fetchPath>>;

/** Whether the kiosk is at its start, somebody has touched it, or a number is being asked for. */
export type KioskUse = 'rest' | 'touched' | 'asking';

/** Nobody who still reads or chooses leaves the screen alone for so long without a touch, in ms. */
export const untouchedMs = 10_000;

/**
 * Listens for the one key, or the headset, that begins the spoken path, while the hall has it. Where somebody is at the screen it
 * is a wish, which they are asked about, and which comes true once they have left the screen alone for a while. All the rest of it
 * is fetched beforehand, once the page has time.
 */
export function useSpokenStart(
  kiosk: KioskSnapshot | undefined,
  use: KioskUse,
): {
  readonly started: SpokenStart | null;
  /** Wished for, while somebody is at the screen. */
  readonly wished: SpokenStart | null;
  /** What draws it; null until it is there. */
  readonly path: Path | null;
  /** Begins what is wished for. */
  readonly begin: () => void;
  readonly refuse: () => void;
  readonly over: () => void;
} {
  const [started, setStarted] = useState<SpokenStart | null>(null);
  const [wished, setWished] = useState<SpokenStart | null>(null);
  const [path, setPath] = useState<Path | null>(null);
  const touchedAt = useRef(Number.NEGATIVE_INFINITY);
  const isOn = kiosk?.spokenPath === true;
  const begin = (how: SpokenStart) => {
    setWished(null);
    setStarted(how);
  };
  const ask = (how: SpokenStart) => {
    if (started || wished) return;
    const isFree =
      use === 'rest' || (use === 'touched' && performance.now() - touchedAt.current > untouchedMs);
    if (isFree) begin(how);
    else setWished(how);
    // Where it can't be fetched the kiosk stays as it is: the next press tries again.
    fetchPath().then(setPath, () => {
      setStarted(null);
      setWished(null);
    });
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Once begun, the path hears its keys itself, and would take one that somebody kept from the page for a scanner's.
    if (started) return;
    const how = kiosk ? startOf(codeOf(event), kiosk.spokenKeys) : null;
    if (how === null || event.repeat || event.ctrlKey || event.altKey || event.metaKey) {
      touchedAt.current = event.timeStamp;
      return;
    }
    event.preventDefault();
    ask(how);
  });
  const pressPad = useEffectEvent((button: string) => {
    const how = kiosk ? startOf(button, kiosk.spokenKeys) : null;
    if (how !== null) ask(how);
  });
  useEffect(() => {
    if (!isOn) return;
    const fetching = requestIdleCallback(() => void fetchPath().catch(() => undefined));
    const pressed = (event: KeyboardEvent) => press(event);
    const touched = () => {
      touchedAt.current = performance.now();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    window.addEventListener('pointerdown', touched, { capture: true });
    const stopHearing = window.antre?.onButton((button) => pressPad(button));
    return () => {
      cancelIdleCallback(fetching);
      window.removeEventListener('keydown', pressed, { capture: true });
      window.removeEventListener('pointerdown', touched, { capture: true });
      stopHearing?.();
    };
  }, [isOn]);
  const free = useEffectEvent(() => wished && begin(wished));
  useEffect(() => {
    if (use === 'rest') free();
  }, [use]);
  return {
    started,
    wished,
    path,
    begin: () => wished && begin(wished),
    refuse: () => setWished(null),
    over: () => setStarted(null),
  };
}

function startOf(code: string, keys: SpokenKeys): SpokenStart | null {
  if (code === keys.headsetIn) return 'headset-in';
  return code === 'F1' || code === keys.help ? 'help' : null;
}
