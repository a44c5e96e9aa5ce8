import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ending } from '../../../electron/contract/admin-health';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './health.module.css';
import { HealthCard } from './health-rows';
import { Technical } from './technical';
import { useTimeSpan } from './use-time-span';

const firstShown = 4;

/** How Antre stopped, the last time first. */
export function EndingsCard({ endings }: { readonly endings: readonly Ending[] }) {
  const { t } = useTexts();
  const moment = useMoment();
  const span = useTimeSpan();
  const [allShown, setAllShown] = useState(false);
  const rest = endings.length - firstShown;
  return (
    <HealthCard title={t('health.endings')}>
      {endings.length === 0 && <p>{t('health.endings.none')}</p>}
      <ul className={styles.rows}>
        {endings.slice(0, allShown ? undefined : firstShown).map(({ at, how, error, lasted }) => {
          const Sign = how === 'asked' ? IconCircleCheck : IconAlertTriangle;
          return (
            <li key={at} data-wide data-faulty={how !== 'asked' || undefined}>
              <Sign size={18} aria-hidden />
              <b>{t(`health.ending.${how}`)}</b>
              <p>
                {t('health.ending.lasted', { moment: moment(at), time: span(lasted) })}
                <Technical error={error} />
              </p>
            </li>
          );
        })}
      </ul>
      {!allShown && rest > 0 && (
        <Button variant="subtle" size="sm" className={styles.more} onClick={() => setAllShown(true)}>
          {t('health.endings.more', { count: rest })}
        </Button>
      )}
    </HealthCard>
  );
}
