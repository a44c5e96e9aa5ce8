import type { Language } from '../../../electron/contract/languages';
import { type Outcome, readAloud } from './read-aloud';

export { EarFace } from './ear-face';
export { voicedLanguages } from './read-aloud';

/**
 * Reads the screen until it was all said, or anything but the ear is touched. Answers what stops it at once.
 *
 * @param over hears once that it ended
 */
export function beginReading(language: Language, over: (outcome: Outcome) => void): () => void {
  const stopping = new AbortController();
  let isOver = false;
  const end = (outcome: Outcome) => {
    if (isOver) return;
    isOver = true;
    for (const event of events) window.removeEventListener(event, touched, { capture: true });
    over(outcome);
  };
  const stop = () => {
    stopping.abort();
    end('stopped');
  };
  const touched = (event: PointerEvent | KeyboardEvent) => {
    // The ear itself stops by its own press.
    const isOnEar = event.target instanceof Element && event.target.closest('[data-ear]') !== null;
    const isPress = !('key' in event) || event.key === 'Enter' || event.key === ' ';
    if (!(isOnEar && isPress)) stop();
  };
  for (const event of events) window.addEventListener(event, touched, { capture: true });
  readAloud(language, stopping.signal).then(end, (error: unknown) => {
    console.warn('The screen could not be read aloud', error);
    end('stopped');
  });
  return stop;
}

const events = ['pointerdown', 'keydown'] as const;
