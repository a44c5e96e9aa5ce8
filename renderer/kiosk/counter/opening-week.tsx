import { useEffect, useState } from 'react';
import type { ServiceDay } from '../../../electron/contract/site';
import { dateInWords, weekdayName } from '../../../electron/texts/dates';
import { callRoute, Refused, Unreachable } from '../../client/api';
import { useTexts } from '../texts';
import styles from './opening-week.module.css';

const withPoint = (time: string) => time.replace(':', '.');

/** The service's days from today on, so that nobody travels here in vain again. */
export function OpeningWeek({ serviceId }: { readonly serviceId: string }) {
  const { t, local, language } = useTexts();
  const [week, setWeek] = useState<readonly ServiceDay[] | 'unknown' | null>(null);
  useEffect(() => {
    const abandoned = new AbortController();
    callRoute('serviceWeek', { params: { id: serviceId }, signal: abandoned.signal }).then(
      setWeek,
      (error: unknown) => {
        if (error instanceof Unreachable || error instanceof Refused) setWeek('unknown');
      },
    );
    return () => abandoned.abort();
  }, [serviceId]);
  if (week === 'unknown') return <p className={styles.unknown}>{t('weekUnknown')}</p>;
  const quota = week?.find((day) => day.quota !== null)?.quota;
  return (
    <div className={styles.week} aria-busy={week === null || undefined}>
      <p className={styles.title}>
        {t('weekTitle')}
        {quota != null && <span>{t('dayQuota', { count: quota })}</span>}
      </p>
      <ul>
        {week?.map((day, index) => (
          <li key={day.date} data-closed={day.spans.length === 0 || undefined}>
            <span className={styles.weekday}>
              {weekdayName(day.weekday, language)}
              <small>{index === 0 ? t('today') : dateInWords(day.date, language, 'day')}</small>
            </span>
            <span className={styles.spans}>
              {day.spans.length === 0
                ? (day.reason && local(day.reason)) || t('dayClosed')
                : day.spans.map((span) => `${withPoint(span.opens)}–${withPoint(span.closes)}`).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
