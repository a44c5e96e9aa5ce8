import { IconClockExclamation, IconHourglassLow, IconUserOff, IconUsers } from '@tabler/icons-react';
import type { HallCounter } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import { Sparkline } from '../../ui/office/sparkline';
import { CounterMenu } from '../counter/counter-menu';
import type { HallActs } from '../counter/hall-acts';
import { isOverdue, urgencyOf } from '../counter/urgency';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import styles from './counter-cell.module.css';
import { officersWords } from './officers-words';

/** Names longer than this stand in smaller letters. */
const longName = 22;

/** A counter in the hall: who serves, how many wait and how long, and how it went in the last two hours. `now`: the hall's present time in milliseconds. */
export function CounterCell(props: {
  readonly counter: HallCounter;
  readonly acts: HallActs;
  readonly now: number;
  /** Its menu opened or closed. */
  readonly onMenu: (isOpen: boolean) => void;
}) {
  const { counter, acts, now } = props;
  const { waiting, longestWaitSince, waitingLately, unservedToday } = counter;
  const { t, local } = useTexts();
  const name = local(counter.name);
  const isLate = isOverdue(counter, now);
  const urgency = urgencyOf(counter, now);
  const line = [...waitingLately, waiting];
  return (
    <li className={styles.cell} data-urgency={urgency ?? undefined}>
      <span className={styles.code} data-group={counter.group} aria-hidden>
        {counter.code}
      </span>
      <h3 className={styles.name} data-long={name.length > longName || undefined}>
        <button type="button" className={styles.open} onClick={() => acts.open(counter)}>
          <span className={styles.unseen}>{counter.code} </span>
          <span className={styles.words} title={name}>
            {name}
          </span>
        </button>
      </h3>
      <CounterMenu counter={counter} acts={acts} onMenu={props.onMenu} />
      <Officers counter={counter} />
      <div className={styles.figures}>
        <IconUsers size={18} aria-hidden />
        <strong data-nobody={waiting === 0 || undefined}>{waiting}</strong>
        <span className={styles.unseen}>{t('hall.waiting')}</span>
        {longestWaitSince === null ? (
          <span className={styles.idle}>{t('hall.noLine')}</span>
        ) : (
          <span className={styles.wait} data-late={isLate || undefined}>
            {isLate && <IconClockExclamation size={17} role="img" aria-label={t('hall.late')} />}
            {(unservedToday ?? 0) > 0 && (
              <IconHourglassLow
                size={17}
                role="img"
                aria-label={t('hall.outlasting', { count: unservedToday ?? 0 })}
              />
            )}
            {waitedWords(t, longestWaitSince, now)}
          </span>
        )}
        <span className={styles.trend}>
          <Sparkline
            values={line}
            label={t('hall.trend', {
              before: waitingLately[0] ?? 0,
              most: Math.max(...line),
              now: waiting,
            })}
          />
        </span>
      </div>
    </li>
  );
}

function Officers({ counter }: { readonly counter: HallCounter }) {
  const { t, local } = useTexts();
  const clock = useHallClock();
  const officers = officersWords(counter, t, clock);
  const help = counter.desks.find((desk) => desk.help);
  if (help) return <p className={styles.missed}>{t('hall.help', { label: help.label })}</p>;
  if (officers !== null) {
    return (
      <p className={styles.officers} title={officers}>
        {officers}
      </p>
    );
  }
  // What visitors are told says why nobody is there.
  const why = counter.reason ? local(counter.reason) : t('hall.nobody');
  // In practice nobody is promised.
  const isUnmissed = counter.reason === null && counter.waiting === 0;
  const isMeant = isUnmissed || !['serving', 'promised', 'away', 'absent'].includes(counter.state);
  return (
    <p className={isMeant ? styles.officers : styles.missed} title={why}>
      {!isMeant && <IconUserOff size={16} aria-hidden />}
      {why}
    </p>
  );
}
