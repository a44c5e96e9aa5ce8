import { Button } from '@mantine/core';
import { useState } from 'react';
import { setUpSteps } from '../../../electron/contract/settings';
import { useRoute } from '../../client/use-route';
import { Findings } from '../findings/findings';
import { GoLiveDialog } from '../hall/go-live-dialog';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import type { StepProps } from './step-props';

/** What is still open, and the way out of practice mode. */
export function LiveStep({ settings }: StepProps) {
  const { t } = useTexts();
  const [goingLive, setGoingLive] = useState(false);
  const { data: site } = useRoute('site');
  const left = setUpSteps.filter((step) => step !== 'live' && !settings.setUpDone.includes(step));
  return (
    <>
      {left.length > 0 && (
        <p className={styles.warning}>
          ◆ {t('setUp.live.left', { steps: left.map((step) => t(`setUp.${step}`)).join(', ') })}
        </p>
      )}
      <Findings />
      <div>
        <Button size="lg" disabled={!site} onClick={() => setGoingLive(true)}>
          {t('goLive')}
        </Button>
      </div>
      {goingLive && site && <GoLiveDialog site={site} onClose={() => setGoingLive(false)} />}
    </>
  );
}
