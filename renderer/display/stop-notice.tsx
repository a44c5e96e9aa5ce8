import { IconPlayerPause, IconTicket } from '@tabler/icons-react';
import type { ToldStop } from '../../electron/contract/standing';
import { dateOf, formatTime } from '../i18n/time';
import { FitText } from './fit-text';
import styles from './stop-notice.module.css';
import { asSentence, shortName, stopTexts, t } from './texts';
import { useTurns } from './use-turns';

const secondsAStop = 10;

/** Stops behind which people wait, one after another, in the place of the notices: why, until when, and that numbers stay. */
export function StopNotice({
  stops,
  timezone,
  now,
}: {
  readonly stops: readonly ToldStop[];
  readonly timezone: string;
  /** The board's time, an instant. */
  readonly now: string;
}) {
  const stop = stops[useTurns(stops.length, secondsAStop)];
  if (!stop) return null;
  const name = stop.of?.id ?? t('wholeHall');
  return (
    <section className={styles.panel} aria-label={t('stopped', { name })}>
      <h2 className={styles.title}>
        <IconPlayerPause aria-hidden="true" />
        <FitText
          className={styles.name}
          text={t('stopped', { name })}
          least={0.85}
          short={t('stopped', { name: shortName(stop) })}
        />
      </h2>
      <div className={styles.why}>
        {stop.cause && <FitText className={styles.cause} text={asSentence(stop.cause.id)} least={0.9} />}
        {stop.until && <p className={styles.until}>{untilWords(stop, timezone, now)}</p>}
      </div>
      <p className={styles.keeps}>
        <IconTicket aria-hidden="true" />
        {stop.letters.length === 0
          ? stopTexts.in('id')('keeps_number')
          : t('keepsNumbers', { letters: stop.letters.join(', ') })}
      </p>
    </section>
  );
}

/** An end on another day is said by the sentence of the stop, which has the day. */
function untilWords({ until, reason }: ToldStop, timezone: string, now: string): string {
  const isToday = until !== null && dateOf(until, timezone) === dateOf(now, timezone);
  return isToday ? t('untilAbout', { time: formatTime(until, timezone) }) : `${reason.id}.`;
}
