import { VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { type SetUpStep, type ShownSettings, setUpSteps } from '../../../electron/contract/settings';
import { useDraftKeys } from '../../ui/office/drafts';
import { useTexts } from '../texts';
import styles from './step-list.module.css';
import { type StepStanding, standingOf, stepDrafts, stepsLeft } from './steps';

const icons = { done: IconCircleCheckFilled, skipped: IconCircleDashed, open: IconCircle } as const;

/** Where the set-up is, how much is left, and all steps with how each stands. */
export function StepList(props: {
  readonly settings: ShownSettings;
  readonly shown: SetUpStep;
  readonly goTo: (step: SetUpStep) => void;
}) {
  const { settings, shown } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { steps: left, minutes } = stepsLeft(settings);
  const count = (standing: StepStanding) =>
    setUpSteps.filter((step) => standingOf(step, settings) === standing).length;
  return (
    <div className={styles.side}>
      <div className={styles.progress}>
        <div className={styles.at}>
          <strong>{t('setUp.at', { step: setUpSteps.indexOf(shown) + 1, steps: setUpSteps.length })}</strong>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            onClick={() => setOpen((before) => !before)}
          >
            {t('setUp.steps')}
          </button>
        </div>
        {left.length > 0 && <p>{t('setUp.minutes', { count: minutes })}</p>}
        <span className={styles.bar} aria-hidden>
          {setUpSteps.map((step) => (
            <span key={step} data-standing={standingOf(step, settings)} />
          ))}
        </span>
        <p className={styles.counts}>
          {t('setUp.counts', { done: count('done'), skipped: count('skipped'), open: count('open') })}
        </p>
      </div>
      <ol className={styles.steps} data-open={open || undefined} aria-label={t('setUp.steps')}>
        {setUpSteps.map((step) => (
          <li key={step}>
            <StepButton
              step={step}
              standing={standingOf(step, settings)}
              isShown={step === shown}
              onChoose={() => {
                setOpen(false);
                props.goTo(step);
              }}
            />
          </li>
        ))}
      </ol>
      <p className={styles.counts}>{t('setUp.keys')}</p>
    </div>
  );
}

function StepButton(props: {
  readonly step: SetUpStep;
  readonly standing: StepStanding;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}) {
  const { step, standing } = props;
  const { t } = useTexts();
  const drafts = useDraftKeys();
  const start = stepDrafts[step];
  const isUnsaved = start !== null && drafts.some((key) => key === start || key.startsWith(`${start}:`));
  const Icon = icons[standing];
  return (
    <button
      type="button"
      data-standing={standing}
      aria-current={props.isShown ? 'step' : undefined}
      onClick={props.onChoose}
    >
      <Icon size={22} aria-hidden />
      <span className={styles.name}>{t(`setUp.${step}`)}</span>
      <small>
        {isUnsaved && (
          <span className={styles.unsaved} title={t('mark.unsaved')}>
            ◆ <VisuallyHidden>{t('mark.unsaved')}</VisuallyHidden>
          </span>
        )}
        {t(`setUp.is.${standing}`)}
      </small>
    </button>
  );
}
