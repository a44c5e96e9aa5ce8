import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ServiceStanding } from '../../../electron/contract/standing';
import { useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { useHallDate } from '../../ui/office/hall-time';
import { OpeningIcon } from '../../ui/opening-icon';
import { TimeField } from '../edit/time-field';
import { timeOf } from '../hours/week';
import { useTexts } from '../texts';
import styles from './look-ahead.module.css';

/** What visitors will find at a counter on a day and at a time, by the hours and closed days as they are saved. */
export function LookAhead(props: {
  readonly counterId: string;
  readonly onStanding: (standing: ServiceStanding | null) => void;
}) {
  const { counterId, onStanding } = props;
  const { t, local } = useTexts();
  const today = useHallDate();
  const [date, setDate] = useState(today);
  const [minutes, setMinutes] = useState(10 * 60);
  const { data } = useRoute(
    'adminDay',
    { query: { date, time: timeOf(minutes) } },
    { placeholderData: keepPreviousData },
  );
  const standing = data?.counters.find((each) => each.counterId === counterId)?.standing ?? null;
  useEffect(() => onStanding(standing), [onStanding, standing]);
  const services = data?.services.filter((each) => each.counterId === counterId) ?? [];
  return (
    <div className={styles.ahead}>
      <div className={styles.moment}>
        <span>{t('counters.ahead')}</span>
        <DateField label={t('day.date')} value={date} onChange={setDate} />
        <TimeField label={t('counters.ahead.time')} value={minutes} onChange={setMinutes} />
      </div>
      <ul className={styles.services} aria-label={t('counters.ahead')}>
        {services.map(({ serviceId, serviceName, standing: its, spans, reason }) => {
          const last = spans.at(-1)?.closes.replace(':', '.');
          return (
            <li key={serviceId} data-open={its?.status === 'open' || undefined}>
              <strong>{local(serviceName)}</strong>
              <span>
                {its && its.state !== 'serving' && <OpeningIcon state={its.state} />}
                {its?.reason ? local(its.reason) : t('counters.ahead.open')}
                {reason && `, ${local(reason)}`}
                {last && `. ${t('counters.ahead.last', { time: last })}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
