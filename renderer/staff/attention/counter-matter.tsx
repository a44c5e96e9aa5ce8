import type { Icon } from '@tabler/icons-react';
import { IconClockExclamation, IconHourglassLow, IconPlayerPause, IconUserOff } from '@tabler/icons-react';
import type { HallCounter } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import type { HallActs } from '../counter/hall-acts';
import { mannedDesks } from '../counter/urgency';
import { useTexts } from '../texts';
import { minutesInWords, waitedWords } from '../waited';
import { MatterCard } from './matter-card';
import type { Matter } from './matters';
import styles from './matters.module.css';

type CounterMatter = Extract<Matter, { readonly counters: unknown }>;

const icons: Readonly<Record<CounterMatter['kind'], Icon>> = {
  unattended: IconUserOff,
  overdue: IconClockExclamation,
  outlasting: IconHourglassLow,
  stopped: IconPlayerPause,
  deserted: IconUserOff,
};

/** So many counters of a card of several are led to. */
const mostChips = 6;

/** What is the matter with a counter, or with several in the same way. `now`: the hall's present time in milliseconds. */
export function CounterMatter(props: {
  readonly matter: CounterMatter;
  readonly acts: HallActs;
  readonly now: number;
}) {
  const { matter, acts, now } = props;
  const { kind, isAlarm, counters } = matter;
  const words = useMatterWords(now);
  const { t, local } = useTexts();
  const [first] = counters;
  if (counters.length === 1) {
    return (
      <MatterCard
        icon={icons[kind]}
        isAlarm={isAlarm}
        title={words.title(kind, first)}
        acts={<Acts kind={kind} counter={first} acts={acts} />}
      >
        <span className={styles.code} data-group={first.group}>
          {first.code}
        </span>
        {local(first.name)}. {words.said(kind, first)}
      </MatterCard>
    );
  }
  return (
    <MatterCard
      icon={icons[kind]}
      isAlarm={isAlarm}
      title={words.titleOfMany(kind, counters)}
      acts={counters.slice(0, mostChips).map((counter) => (
        <button
          key={counter.id}
          type="button"
          className={styles.chip}
          aria-label={t('hall.openLine', { code: counter.code, name: local(counter.name) })}
          onClick={() => acts.open(counter)}
        >
          {counter.code}
        </button>
      ))}
    >
      {words.saidOfMany(kind, counters)}
    </MatterCard>
  );
}

function Acts(props: {
  readonly kind: CounterMatter['kind'];
  readonly counter: HallCounter;
  readonly acts: HallActs;
}) {
  const { kind, counter, acts } = props;
  const { t } = useTexts();
  const desk = acts.freeDesk(counter);
  const button = (words: string, press: () => void, isReady = true) => (
    <button type="button" className={styles.act} aria-disabled={!isReady} onClick={() => isReady && press()}>
      {words}
    </button>
  );
  const look = button(t('hall.look'), () => acts.open(counter));
  if (kind === 'stopped') {
    return (
      <>
        {button(t('counter.resume'), () => acts.resume(counter), acts.isReady)}
        {look}
      </>
    );
  }
  if (kind === 'outlasting') return button(t('hall.limit'), () => acts.open(counter, 'limits'));
  return (
    <>
      {desk && button(t('hall.sit', { label: desk.label }), () => acts.sit(desk), acts.isReady)}
      {kind !== 'overdue' && button(t('hall.close'), () => acts.stop(counter), acts.isReady)}
      {(kind === 'overdue' || !desk) && look}
    </>
  );
}

function useMatterWords(now: number) {
  const { t, local } = useTexts();
  const clock = useHallClock();
  const sum = (counters: readonly HallCounter[], of: (counter: HallCounter) => number) =>
    counters.reduce((total, counter) => total + of(counter), 0);
  const since = (moment: string | null) => clock(moment ?? now);
  const waited = (moment: string | null) => waitedWords(t, moment ?? now, now);

  const unserved = (counters: readonly HallCounter[]) => {
    const count = sum(counters, ({ unservedToday }) => unservedToday ?? 0);
    return count > 0 ? [`${t('hall.outlasting', { count })}.`] : [];
  };

  const title = (kind: CounterMatter['kind'], counter: HallCounter) => {
    const { waiting, longestWaitSince, waitLimitMinutes, unservedToday } = counter;
    switch (kind) {
      case 'unattended':
        return t('hall.unattended', { count: waiting });
      case 'overdue':
        return t('hall.overdue', {
          wait: waited(longestWaitSince),
          limit: minutesInWords(t, waitLimitMinutes),
        });
      case 'outlasting':
        return t('hall.outlasting', { count: unservedToday ?? 0 });
      case 'stopped':
        return t('hall.stoppedWaiting', { count: waiting });
      case 'deserted':
        return t('hall.nobody');
    }
  };
  const said = (kind: CounterMatter['kind'], counter: HallCounter) => {
    const { waiting, longestWaitSince, unattendedSince, hoursBegan, desks } = counter;
    switch (kind) {
      case 'unattended':
        return t('hall.unattendedSaid', { time: since(unattendedSince), wait: waited(longestWaitSince) });
      case 'overdue':
      case 'outlasting': {
        const busy = t('hall.busySaid', {
          count: waiting,
          manned: mannedDesks(counter).length,
          desks: desks.length,
        });
        return kind === 'overdue' ? [busy, ...unserved([counter])].join(' ') : busy;
      }
      case 'stopped':
        return [counter.cause, counter.reason].flatMap((each) => (each ? [`${local(each)}.`] : [])).join(' ');
      case 'deserted':
        return hoursBegan === null ? '' : t('hall.nobodySaid', { time: clock(hoursBegan) });
    }
  };
  const titleOfMany = (kind: CounterMatter['kind'], counters: readonly HallCounter[]) => {
    const count = counters.length;
    switch (kind) {
      case 'unattended':
        return t('hall.manyUnattended', { count: sum(counters, ({ waiting }) => waiting) });
      case 'overdue':
        return t('hall.manyOverdue', { count });
      case 'outlasting':
        return t('hall.outlasting', { count: sum(counters, ({ unservedToday }) => unservedToday ?? 0) });
      case 'stopped':
        return t('hall.manyStopped', { count });
      case 'deserted':
        return t('hall.manyNobody', { count });
    }
  };
  const saidOfMany = (kind: CounterMatter['kind'], counters: readonly HallCounter[]) => {
    const names = counters
      .slice(0, mostChips)
      .map(({ name }) => local(name))
      .join(', ');
    const others = counters.length - mostChips;
    const all = others > 0 ? t('hall.andOthers', { names, count: others }) : `${names}.`;
    const [first] = counters;
    const isOneHour = counters.every(({ hoursBegan }) => hoursBegan === first?.hoursBegan);
    if (kind === 'deserted' && first?.hoursBegan && isOneHour) {
      return `${all} ${t('hall.nobodySaid', { time: clock(first.hoursBegan) })}`;
    }
    if (kind === 'unattended') return `${all} ${t('hall.longestOf', { wait: waited(longestOf(counters)) })}`;
    return kind === 'overdue' ? [all, ...unserved(counters)].join(' ') : all;
  };
  return { title, said, titleOfMany, saidOfMany };
}

function longestOf(counters: readonly HallCounter[]): string | null {
  const waits = counters.flatMap(({ longestWaitSince }) => longestWaitSince ?? []);
  return waits.reduce<string | null>(
    (longest, each) => (longest === null || Date.parse(each) < Date.parse(longest) ? each : longest),
    null,
  );
}
