import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../electron/contract/languages';
import type { Ear } from './ear';

const fetchReader = () => import('./reader');
/** A voice may be installed, or the server come back, while the kiosk runs. */
const lookAgainMs = 10 * 60_000;

/**
 * The ear of this page: fetched once there is time, offered where a voice was found. Falls silent at any press but the ear's own,
 * and when what is read is no longer shown.
 *
 * @param isOn whether the hall has the ear, and nobody is led by speech alone
 * @param shown changes with the screen and with the visitor
 */
export function useEar(isOn: boolean, language: Language, shown: string): Ear {
  const [reader, setReader] = useState<Awaited<ReturnType<typeof fetchReader>> | null>(null);
  const [voiced, setVoiced] = useState<ReadonlySet<Language>>(new Set());
  const [isReading, setIsReading] = useState(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isOn) return;
    let isGone = false;
    const look = async () => {
      const fetched = await fetchReader();
      const found = await fetched.voicedLanguages();
      if (isGone) return;
      setReader(fetched);
      setVoiced(found);
    };
    // Where it couldn't be fetched it is looked for again in a while.
    const lookQuietly = () => void look().catch(() => undefined);
    const fetching = requestIdleCallback(lookQuietly);
    const looking = setInterval(lookQuietly, lookAgainMs);
    return () => {
      isGone = true;
      cancelIdleCallback(fetching);
      clearInterval(looking);
    };
  }, [isOn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is no longer what is shown.
  useEffect(() => () => stop.current?.(), [isOn, language, shown]);
  const press = () => {
    if (stop.current || !reader) return stop.current?.();
    setIsReading(true);
    stop.current = reader.beginReading(language, (outcome) => {
      stop.current = undefined;
      setIsReading(false);
      // No source had a voice after all.
      if (outcome === 'unsaid') setVoiced((found) => new Set([...found].filter((each) => each !== language)));
    });
  };
  return { Face: isOn && reader && voiced.has(language) ? reader.EarFace : null, isReading, press };
}
