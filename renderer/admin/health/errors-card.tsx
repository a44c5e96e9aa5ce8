import { IconAlertTriangle } from '@tabler/icons-react';
import type { ErrorTopic, MachineHealth } from '../../../electron/contract/admin-health';
import { useMoment } from '../records/use-moment';
import { type TextKey, useTexts } from '../texts';
import styles from './health.module.css';
import { HealthCard } from './health-rows';
import { Technical } from './technical';

/** Where each kind of error is looked into; of the others the bundle for support tells most. */
const places: Readonly<Partial<Record<ErrorTopic, { readonly href: string; readonly text: TextKey }>>> = {
  database: { href: '#cadangan', text: 'health.act.backup' },
  copy: { href: '#cadangan', text: 'health.act.backup' },
  day: { href: '#cadangan', text: 'health.act.backup' },
  printer: { href: '#printer', text: 'health.act.printer' },
  ticket: { href: '#printer', text: 'health.act.printer' },
  network: { href: '#perangkat', text: 'health.act.devices' },
  devices: { href: '#perangkat', text: 'health.act.devices' },
  page: { href: '#perangkat', text: 'health.act.devices' },
};

/** What went wrong lately, in plain words, each with where it is looked into. */
export function ErrorsCard({ errors }: Pick<MachineHealth, 'errors'>) {
  const { t } = useTexts();
  const moment = useMoment();
  return (
    <HealthCard title={t('health.errors')}>
      {errors.length === 0 && <p>{t('health.errors.none')}</p>}
      <ul className={styles.rows}>
        {errors.map(({ topic, count, at, error }) => {
          const place = places[topic];
          return (
            <li
              key={topic}
              data-faulty
              data-wide={!place || undefined}
              data-act={place !== undefined || undefined}
            >
              <IconAlertTriangle size={18} aria-hidden />
              <b>{t(`health.error.${topic}`)}</b>
              {place && <a href={place.href}>{t(place.text)}</a>}
              <p>
                {t('health.errors.times', { count, moment: moment(at) })}
                <Technical error={error} />
              </p>
            </li>
          );
        })}
      </ul>
    </HealthCard>
  );
}

/** Pages that hung or ended and were brought back; without any there is nothing to tell. */
export function PagesCard({ pages }: Pick<MachineHealth, 'pages'>) {
  const { t } = useTexts();
  const moment = useMoment();
  if (pages.length === 0) return null;
  return (
    <HealthCard title={t('health.pages')}>
      <ul className={styles.rows}>
        {pages.slice(0, 5).map(({ surface, kind, message, at, count }) => (
          <li key={`${surface} ${kind} ${message}`} data-faulty data-wide>
            <IconAlertTriangle size={18} aria-hidden />
            <b>
              {t(`findings.page.${surface}`)}: {t(`findings.page_fault.${kind}`)}
            </b>
            <p>
              {t('health.errors.times', { count, moment: moment(at) })}
              <Technical error={message} />
            </p>
          </li>
        ))}
      </ul>
    </HealthCard>
  );
}
