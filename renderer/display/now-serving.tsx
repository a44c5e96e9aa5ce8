import { IconUsers } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Board, Call } from '../../electron/contract/lobby';
import { formatTime } from '../i18n/time';
import { OpeningIcon } from '../ui/opening-icon';
import { useFittedText } from '../ui/use-fitted-text';
import { FitText } from './fit-text';
import { keptPlaces, type Places } from './kept-places';
import styles from './now-serving.module.css';
import { type BoardCounter, isLookedFor, isWaitedForInVain } from './on-the-board';
import { t } from './texts';
import { useTurns } from './use-turns';

const secondsAPage = 10;
const nameLevels = ['one', 'two', 'three', 'code'];
/** A name of more letters has no room beside two others. */
const usualLetters = 32;
const placesAPage = { usual: 6, long: 4 };

/**
 * The numbers and queues that somebody looks for: six a page, or four where a counter of the hall has a long name, ten
 * seconds each, every counter in its place.
 */
export function NowServing({ board, timezone }: { readonly board: Board; readonly timezone: string }) {
  const isLong = board.counters.some(({ name }) => name.id.length > usualLetters);
  const places = placesAPage[isLong ? 'long' : 'usual'];
  const counters = useKeptPlaces(board.counters.filter(isLookedFor), places);
  const pages = Array.from({ length: Math.ceil(counters.length / places) }, (_, page) =>
    counters.slice(page * places, (page + 1) * places),
  );
  const turn = useTurns(pages.length, secondsAPage);
  return (
    <section className={styles.serving} aria-label={t('nowServing')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('nowServing')}</h2>
        <div className={styles.dots} aria-hidden="true">
          {pages.length > 1 &&
            pages.map((page, index) => (
              <span key={pageKey(page)} className={index === turn ? styles.here : styles.dot} />
            ))}
        </div>
      </header>
      {pages.length === 0 ? (
        <p className={styles.nobody}>{t('noQueues')}</p>
      ) : (
        <ul className={styles.tiles} data-long={isLong || undefined}>
          {pages[turn]?.map((counter, place) =>
            counter ? (
              <Tile key={counter.id} counter={counter} calls={board.calls} timezone={timezone} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing but its place is known of what is free
              <li key={place} className={styles.free} aria-hidden="true" />
            ),
          )}
        </ul>
      )}
    </section>
  );
}

const pageKey = (page: readonly (BoardCounter | null)[]) => page.map((each) => each?.id ?? '').join(' ');

/** The counters by their places, each in the one that it had before; null where one is free. */
function useKeptPlaces(
  counters: readonly BoardCounter[],
  placesAPage: number,
): readonly (BoardCounter | null)[] {
  const places = useRef<Places>([]);
  places.current = keptPlaces(
    places.current,
    counters.map((counter) => ({ id: counter.id, isFirst: isWaitedForInVain(counter) })),
    placesAPage,
  );
  return places.current.map((place) => counters.find(({ id }) => id === place) ?? null);
}

function Tile({
  counter,
  calls,
  timezone,
}: {
  readonly counter: BoardCounter;
  readonly calls: readonly Call[];
  readonly timezone: string;
}) {
  const name = useFittedText<HTMLDivElement>(nameLevels, { lines: true });
  const number = newestServed(counter, calls);
  const more = counter.nowServing.length - 1;
  const { state, reason, until } = counter.standing;
  const told = state === 'stopped' || !number ? reason?.id : undefined;
  return (
    <li className={styles.tile} data-group={counter.group} data-shut={state !== 'serving' || undefined}>
      <div className={styles.name} ref={name}>
        <span className={styles.full}>{counter.name.id}</span>
        <span className={styles.code}>{t('counterCode', { code: counter.code })}</span>
      </div>
      <div className={styles.figures}>
        {told ? (
          <>
            <OpeningIcon state={state} className={styles.sign} />
            <FitText
              className={styles.told}
              text={state === 'stopped' && until ? t('until', { time: formatTime(until, timezone) }) : told}
              least={0.9}
            />
          </>
        ) : (
          <FitText className={styles.number} text={number ?? t('noneServed')} />
        )}
        {more > 0 && !told && (
          <span className={styles.more}>
            +{more} {t('moreServed')}
          </span>
        )}
        <span className={styles.waiting}>
          <IconUsers aria-label={t('waiting')} />
          {counter.waiting}
        </span>
      </div>
    </li>
  );
}

/** Of a counter with several desks, the number that was called last: the one that people still look for. */
function newestServed(counter: BoardCounter, calls: readonly Call[]): string | undefined {
  const serving = counter.nowServing.map((each) => each.number);
  return (
    calls.find((call) => call.counter.id === counter.id && serving.includes(call.number))?.number ??
    serving[0]
  );
}
