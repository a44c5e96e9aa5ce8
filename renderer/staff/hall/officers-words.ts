import type { HallCounter } from '../../../electron/contract/staff';
import { mannedDesks } from '../counter/urgency';
import type { Translate } from '../texts';

/** So many officers are named. */
const mostNamed = 2;

/**
 * Who serves at a counter, in a few words: `Siti R., Dwi H., 2 dari 3`; where all rest, who and until when. Null: nobody is there.
 * `clock` writes a moment as the hall's clock shows it.
 */
export function officersWords(
  counter: HallCounter,
  t: Translate,
  clock: (moment: string) => string,
): string | null {
  const manned = mannedDesks(counter);
  const names = manned.flatMap(({ user }) => (user ? [user.displayName] : []));
  if (names.length > 0) {
    const named = names.length === 1 ? names : names.slice(0, mostNamed).map(shortName);
    const some = counter.desks.length > 1;
    return some
      ? t('hall.officersOf', {
          names: named.join(', '),
          manned: manned.length,
          desks: counter.desks.length,
        })
      : named.join(', ');
  }
  const resting = counter.desks.flatMap(({ user, pause }) => (user && pause ? [{ user, pause }] : []));
  const [first] = resting;
  if (!first) return null;
  const name = first.user.displayName;
  const { until } = first.pause;
  return until === null
    ? t('hall.rests', { name, time: clock(first.pause.since) })
    : t('hall.restsUntil', { name, time: clock(until) });
}

/** `Siti Rahmawati` → `Siti R.` */
export function shortName(name: string): string {
  const [first = '', second] = name.split(/\s+/);
  return second ? `${first} ${second[0]}.` : first;
}
