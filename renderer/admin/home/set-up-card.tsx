import { Button } from '@mantine/core';
import { IconCircle, IconCircleDashed } from '@tabler/icons-react';
import { setUpSteps } from '../../../electron/contract/settings';
import { useSettings } from '../edit/use-settings';
import { standingOf } from '../set-up/steps';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './set-up-card.module.css';

/** How far the set-up is, what is left of it, and the way on. */
export function SetUpCard() {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  if (!settings) return null;
  const steps = setUpSteps.filter((step) => step !== 'live');
  const undone = steps.filter((step) => standingOf(step, settings) !== 'done');
  const left = undone.filter((step) => standingOf(step, settings) === 'open');
  const done = steps.length - undone.length;
  return (
    <Card
      title={t('section.setUp')}
      state={t(undone.length === 0 ? 'home.setUp.all' : 'home.setUp', {
        done,
        all: steps.length,
        skipped: undone.length - left.length,
        left: left.length,
      })}
    >
      <div className={styles.body}>
        <span className={styles.bar} aria-hidden>
          {steps.map((step) => (
            <span key={step} data-left={undone.includes(step) || undefined} />
          ))}
        </span>
        <ul className={styles.left}>
          {undone.map((step) => (
            <li key={step}>
              {left.includes(step) ? (
                <IconCircle size={20} aria-hidden />
              ) : (
                <IconCircleDashed size={20} aria-hidden />
              )}
              <span>
                <a href={`#persiapan?langkah=${step}`}>{t(`setUp.${step}`)}</a>
                {!left.includes(step) && ` ${t('setUp.is.skipped')}`}
              </span>
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
