import type { HallSnapshot } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import styles from './hall-figures.module.css';

/** The hall in five figures. `now`: its present time in milliseconds. */
export function HallFigures({ hall, now }: { readonly hall: HallSnapshot; readonly now: number }) {
  const { t } = useTexts();
  const { counters, today } = hall;
  const waiting = counters.reduce((sum, counter) => sum + counter.waiting, 0);
  const since = counters.flatMap(({ longestWaitSince }) =>
    longestWaitSince === null ? [] : [Date.parse(longestWaitSince)],
  );
  // A desk of several counters is one; it has somebody where one of its counters says so.
  const all = counters.flatMap(({ desks }) => desks);
  const manned = new Set(all.flatMap(({ id, user, pause }) => (user && !pause ? [id] : [])));
  const desks = new Set(all.map(({ id }) => id));
  const figures: readonly (readonly [figure: string, said: string])[] = [
    [String(waiting), t('hall.waiting')],
    ...(since.length > 0 ? [[waitedWords(t, Math.min(...since), now), t('hall.longest')] as const] : []),
    [t('hall.mannedOf', { manned: manned.size, desks: desks.size }), t('hall.manned')],
    [String(today.served), t('hall.served')],
    [String(today.noShow), t('hall.noShow')],
  ];
  return (
    <ul className={styles.figures}>
      {figures.map(([figure, said]) => (
        <li key={said}>
          <strong>{figure}</strong> {said}
        </li>
      ))}
    </ul>
  );
}
