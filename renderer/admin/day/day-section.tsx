import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRoute } from '../../client/use-route';
import { formatDate } from '../../i18n/time';
import { DateField } from '../../ui/office/date-field';
import { NotYet } from '../../ui/office/not-yet';
import { Findings } from '../findings/findings';
import pageStyles from '../hall/hall-section.module.css';
import { useTexts } from '../texts/use-texts';
import styles from './day-section.module.css';

/** What visitors find on any date, by the one function that decides about opening. */
export function DaySection() {
  const { t, language } = useTexts();
  const { data: site } = useRoute('site');
  const [chosen, setChosen] = useState<string | null>(null);
  const date = chosen ?? site?.businessDate;
  return (
    <div className={pageStyles.page}>
      <h1>{date ? formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true }) : t('section.day')}</h1>
      <div className={styles.date}>
        {date && <DateField label={t('day.date')} value={date} onChange={setChosen} />}
      </div>
      {/* Before the long table, under which nobody would see it. */}
      <Findings />
      {date && <DayTable date={date} />}
    </div>
  );
}

function DayTable({ date }: { readonly date: string }) {
  const { t, local } = useTexts();
  const day = useRoute('adminDay', { query: { date } });
  const [wanted, setWanted] = useState('');
  if (!day.data) return <NotYet answer={day} />;
  const services = day.data.services.filter((service) =>
    `${service.counterCode} ${local(service.counterName)} ${local(service.serviceName)}`
      .toLowerCase()
      .includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      {day.data.practice && <p className={styles.note}>{t('day.practice')}</p>}
      <TextInput
        type="search"
        w={320}
        label={t('day.search')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {services.length === 0 && <p role="status">{t('records.noneFound')}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('section.counters')}</th>
            <th scope="col">{t('section.services')}</th>
            <th scope="col">{t('day.open')}</th>
            <th scope="col">{t('services.quota')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.serviceId} data-shut={service.spans.length === 0 || service.paused || undefined}>
              <td>
                {service.counterCode}, {local(service.counterName)}
              </td>
              <th scope="row">{local(service.serviceName)}</th>
              <td>
                {service.spans
                  .map(({ opens, closes }) => `${opens}–${closes}`.replaceAll(':', '.'))
                  .join(', ') || t('week.closed')}
                {service.reason && `, ${local(service.reason)}`}
                {service.paused && `, ${t('paused')}`}
              </td>
              <td>
                {service.quota === null ? t('services.noQuota') : t('day.quota', { count: service.quota })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
