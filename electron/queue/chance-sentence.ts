import type { Language } from '../contract/languages';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/chance.json';
import { waitAmount } from '../texts/wait-words';
import type { ChanceBand } from './chance-today';
import { localEpochDay } from './local-day';
import { dayAndTime, timeOfDay } from './opening-sentence';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/chance.json', { eager: true, import: 'default' }),
);

/**
 * What whoever would take a number ought to know before the tap, and what to do instead: come when it opens next, or
 * ask where that isn't known. Null while it is likely to be served. `opensNext` in milliseconds; `usual` knows how many
 * minutes people usually wait who come then, or null.
 */
export function chanceSentence(
  band: ChanceBand,
  opensNext: number | null,
  now: number,
  timezone: string,
  usual: (opensNext: number) => number | null = () => null,
): Record<Language, string> | null {
  if (band === 'likely') return null;
  const doubt = texts.everywhere(`before.${band}`);
  if (opensNext === null) return texts.everywhere('before.ask', (each) => ({ doubt: doubt[each] }));
  if (localEpochDay(opensNext, timezone) === localEpochDay(now, timezone) + 1) {
    const time = timeOfDay(opensNext, timezone);
    const minutes = usual(opensNext);
    if (minutes !== null) {
      return texts.everywhere('before.usual_tomorrow', (each) => ({
        doubt: doubt[each],
        time,
        wait: waitAmount({ low: minutes, high: minutes }, each),
      }));
    }
    return texts.everywhere('before.come_tomorrow', (each) => ({ doubt: doubt[each], time }));
  }
  const when = dayAndTime(opensNext, now, timezone);
  return texts.everywhere('before.come', (each) => ({ doubt: doubt[each], when: when[each] }));
}

/** What whoever holds a number ought to know, and whom to ask. Null while it is likely to be called. `closesAt` in milliseconds. */
export function holderSentence(
  band: ChanceBand,
  closesAt: number,
  timezone: string,
): Record<Language, string> | null {
  if (band === 'likely') return null;
  return texts.everywhere(`holding.${band}`, { time: timeOfDay(closesAt, timezone) });
}
