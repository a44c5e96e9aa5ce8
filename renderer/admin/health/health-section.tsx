import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { EndingsCard } from './endings-card';
import { ErrorsCard, PagesCard } from './errors-card';
import styles from './health.module.css';
import { HealthRows } from './health-rows';
import { SupportDialog } from './support-dialog';
import { UpdatesCard } from './updates-card';
import { useMachineRows } from './use-machine-rows';
import { useProgramRows } from './use-program-rows';

/** What nobody on this page brings about is asked for so often. */
const askAgainMs = 30_000;

/** The state of the machine and of Antre on it, and the support bundle. */
export function HealthSection() {
  const { t } = useTexts();
  const mayChange = useMayChange();
  const health = useRoute('machineHealth', {}, { refetchInterval: askAgainMs });
  const ofMachine = useMachineRows(health.data);
  const ofProgram = useProgramRows(health.data);
  const [isBundleOpen, setIsBundleOpen] = useState(false);
  if (!health.data) return <NotYet answer={health} />;
  const [last] = health.data.endings;
  const rows = [...ofMachine, ...ofProgram].filter(({ isFaulty }) => isFaulty);
  const toMend = rows.length + (last && last.how !== 'asked' ? 1 : 0);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{toMend === 0 ? t('health.well') : t('health.toMend', { count: toMend })}</h1>
          <p>{t('health.sentence')}</p>
        </div>
        {mayChange && (
          <Button leftSection={<IconLifebuoy size={20} aria-hidden />} onClick={() => setIsBundleOpen(true)}>
            {t('health.support.button')}
          </Button>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <HealthRows title={t('health.machine')} rows={ofMachine} />
          <HealthRows title={t('health.program')} rows={ofProgram} />
          <UpdatesCard />
        </div>
        <div className={styles.column}>
          <EndingsCard endings={health.data.endings} />
          <ErrorsCard errors={health.data.errors} />
          <PagesCard pages={health.data.pages} />
        </div>
      </div>
      {isBundleOpen && <SupportDialog onClose={() => setIsBundleOpen(false)} />}
    </div>
  );
}
