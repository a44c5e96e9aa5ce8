import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../electron/contract/languages';
import type { Ear } from './ear';

const fetchReader = () => import('./read-aloud');
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
  const [voiced, setVoiced] = useState<ReadonlySet<Language>>(new Set());
  const [isReading, setIsReading] = useState(false);
  const stopReading = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isOn) return;
    let isGone = false;
    const look = () =>
      void fetchReader()
        .then(({ voicedLanguages }) => voicedLanguages())
        .then(
          (found) => isGone || setVoiced(found),
          // Looked for again in a while.
          () => undefined,
        );
    const fetching = requestIdleCallback(look);
    const looking = setInterval(look, lookAgainMs);
    return () => {
      isGone = true;
      cancelIdleCallback(fetching);
      clearInterval(looking);
    };
  }, [isOn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is no longer what is shown.
  useEffect(() => () => stopReading.current?.(), [isOn, language, shown]);
  useEffect(() => {
    if (!isReading) return;
    const touched = (event: PointerEvent | KeyboardEvent) => {
      // The ear itself stops by its own press.
      const isOnEar = event.target instanceof Element && event.target.closest('[data-ear]') !== null;
      const isPress = !('key' in event) || event.key === 'Enter' || event.key === ' ';
      if (!(isOnEar && isPress)) stopReading.current?.();
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, touched, { capture: true });
    return () => {
      for (const event of events) window.removeEventListener(event, touched, { capture: true });
    };
  }, [isReading]);
  const press = async () => {
    if (stopReading.current) return stopReading.current();
    const stopping = new AbortController();
    const stop = () => {
      stopping.abort();
      stopReading.current = undefined;
      setIsReading(false);
    };
    stopReading.current = stop;
    setIsReading(true);
    try {
      const { readAloud } = await fetchReader();
      const outcome = stopping.signal.aborted || (await readAloud(language, stopping.signal));
      // No source had a voice after all.
      if (outcome === 'unsaid') setVoiced((found) => new Set([...found].filter((each) => each !== language)));
    } catch (error) {
      console.warn('The screen could not be read aloud', error);
    } finally {
      if (stopReading.current === stop) stop();
    }
  };
  return { isOffered: isOn && voiced.has(language), isReading, press: () => void press() };
}
