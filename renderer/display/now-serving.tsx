import { IconUsers } from '@tabler/icons-react';
import { counterGroups } from '../../electron/contract/counter-groups';
import type { Board, Call } from '../../electron/contract/lobby';
import { OpeningIcon } from '../ui/opening-icon';
import { FitText } from './fit-text';
import styles from './now-serving.module.css';
import { t } from './texts';
import { useTurns } from './use-turns';

const countersAPage = 6;
const secondsAPage = 10;

type Counter = Board['counters'][number];

/** Each counter's number and how many wait: six a page, group by group, ten seconds each. */
export function NowServing({ board }: { readonly board: Board }) {
  const pages = pagesOf(board.counters);
  const turn = useTurns(pages.length, secondsAPage);
  const page = pages[turn];
  if (!page) return <section className={styles.serving} aria-label={t('nowServing')} />;
  return (
    <section className={styles.serving} data-group={page.group} aria-label={t('nowServing')}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {t('nowServing')}: {t(`group.${page.group}`)}
        </h2>
        <div className={styles.dots} aria-hidden="true">
          {pages.length > 1
            ? pages.map((each, index) => (
                <span key={each.key} className={index === turn ? styles.here : styles.dot} />
              ))
            : null}
        </div>
      </header>
      <ul className={styles.tiles}>
        {page.counters.map((counter) => (
          <Tile key={counter.id} counter={counter} calls={board.calls} />
        ))}
      </ul>
    </section>
  );
}

function Tile({ counter, calls }: { readonly counter: Counter; readonly calls: readonly Call[] }) {
  const number = newestServed(counter, calls);
  const more = counter.nowServing.length - 1;
  const { state, reason } = counter.standing;
  const told = number ? undefined : reason?.id;
  const waiting = (
    <span className={styles.waiting}>
      <IconUsers aria-label={t('waiting')} />
      {counter.waiting}
    </span>
  );
  return (
    <li className={styles.tile}>
      <div className={styles.names}>
        <FitText className={styles.name} text={counter.name.id} least={0.72} />
        {more > 0 ? (
          <span className={styles.more}>
            +{more} {t('moreServed')}
          </span>
        ) : null}
        {told && waiting}
      </div>
      {told ? (
        <div className={styles.standing}>
          <OpeningIcon state={state} />
          <FitText className={styles.told} text={told} least={0.85} />
        </div>
      ) : (
        <div className={styles.figures}>
          {number ? (
            <FitText className={styles.number} text={number} />
          ) : (
            <span className={styles.none}>{t('noneServed')}</span>
          )}
          {waiting}
        </div>
      )}
    </li>
  );
}

/** Of a counter with several desks, the number that was called last: the one that people still look for. */
function newestServed(counter: Counter, calls: readonly Call[]): string | undefined {
  const serving = counter.nowServing.map((each) => each.number);
  return (
    calls.find((call) => call.counter.id === counter.id && serving.includes(call.number))?.number ??
    serving[0]
  );
}

function pagesOf(counters: readonly Counter[]) {
  return counterGroups.flatMap((group) => {
    const members = counters.filter((counter) => counter.group === group);
    return Array.from({ length: Math.ceil(members.length / countersAPage) }, (_, page) => ({
      key: `${group} ${page}`,
      group,
      counters: members.slice(page * countersAPage, (page + 1) * countersAPage),
    }));
  });
}
