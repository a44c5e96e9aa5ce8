import type { DeskSnapshot } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { minutesBetween } from '../../ui/office/spans';
import { useTexts } from '../texts';
import { minutesInWords, mostMinutes } from '../waited';
import { ServedByHour } from './served-by-hour';
import styles from './today.module.css';

/** The desk's own figures of today. */
export function Today({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const { today, queue } = snapshot;
  const { t } = useTexts();
  const now = useHallNow(15_000);
  const longest = queue.waiting.reduce(
    (most, ticket) => Math.max(most, minutesBetween(ticket.waitingSince, now)),
    0,
  );
  const mean = today.serviceSeconds === null ? null : Math.max(1, Math.round(today.serviceSeconds / 60));
  return (
    <section className={styles.part} aria-labelledby="today-title">
      <header className={styles.title}>
        <h2 id="today-title">{t('today.title')}</h2>
        <span>{t('today.thisDesk')}</span>
      </header>
      <dl className={styles.figures}>
        <Figure value={today.served} label={t('today.served')} />
        <Figure value={mean} unit={t('today.minutes')} label={t('today.mean')} />
        <Figure
          value={
            queue.waiting.length === 0 ? null : longest > mostMinutes ? minutesInWords(t, longest) : longest
          }
          {...(longest > mostMinutes ? {} : { unit: t('today.minutes') })}
          label={t('today.longest')}
        />
        <Figure value={today.noShow} label={t('today.noShow')} />
      </dl>
      <ServedByHour byHour={today.servedByHour} />
    </section>
  );
}

function Figure(props: {
  readonly value: number | string | null;
  readonly unit?: string;
  readonly label: string;
}) {
  return (
    <div className={styles.figure}>
      <dt>{props.label}</dt>
      <dd>
        <strong>{props.value ?? '–'}</strong>
        {props.value !== null && props.unit && <span>{props.unit}</span>}
      </dd>
    </div>
  );
}
