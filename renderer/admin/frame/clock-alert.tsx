import { Button } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useRoute } from '../../client/use-route';
import { useTexts } from '../texts';
import { ClockDialog } from './clock-dialog';
import styles from './hardware-alert.module.css';

const askAgainMs = 10_000;

/** Over every section, while the computer's clock isn't believed: why, and the way to what can be done. */
export function ClockAlert() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { data: clock } = useRoute('adminClock', {}, { refetchInterval: askAgainMs });
  if (!clock?.doubt) return null;
  return (
    <div role="status" className={styles.alerts}>
      <p>
        <IconClockExclamation aria-hidden />
        <span>{t(`clock.${clock.doubt}`)}</span>
        <Button size="sm" variant="default" onClick={() => setOpen(true)}>
          {t('clock.open')}
        </Button>
      </p>
      {open && <ClockDialog clock={clock} onClose={() => setOpen(false)} />}
    </div>
  );
}
