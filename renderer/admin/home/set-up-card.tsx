import { Button } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import { setUpSteps } from '../../../electron/contract/settings';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './set-up-card.module.css';

/** How far the set-up is, what is left of it, and the way on. */
export function SetUpCard() {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  if (!settings) return null;
  const steps = setUpSteps.filter((step) => step !== 'live');
  const left = steps.filter((step) => !settings.setUpDone.includes(step));
  const done = steps.length - left.length;
  return (
    <Card
      title={t('section.setUp')}
      state={t(left.length === 0 ? 'home.setUp.all' : 'home.setUp', {
        done,
        all: steps.length,
        left: left.length,
      })}
    >
      <div className={styles.body}>
        <span className={styles.bar} aria-hidden>
          {steps.map((step) => (
            <span key={step} data-left={left.includes(step) || undefined} />
          ))}
        </span>
        <ul className={styles.left}>
          {left.map((step) => (
            <li key={step}>
              <IconCircleDashed size={20} aria-hidden />
              <a href={`#persiapan?langkah=${step}`}>{t(`setUp.${step}`)}</a>
            </li>
          ))}
        </ul>
        <Button component="a" size="sm" href={left.length > 0 ? '#persiapan' : '#persiapan?langkah=live'}>
          {t(done === 0 ? 'home.setUp.begin' : left.length > 0 ? 'home.setUp.goOn' : 'setUp.live')}
        </Button>
      </div>
    </Card>
  );
}
