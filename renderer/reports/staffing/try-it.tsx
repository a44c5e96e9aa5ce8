import { Slider } from '@mantine/core';
import { useState } from 'react';
import type { StaffingAdvice } from '../../../electron/contract/staffing';
import { durationInWords } from '../../ui/office/figure-words';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import { worstWait } from './best-changes';
import styles from './try-it.module.css';
import type { WhatIf } from './what-if';

/** What would be if more came, service took longer or more officers sat there: sliders, and the wait at the worst time in a sentence. */
export function TryIt(props: {
  readonly asked: WhatIf;
  readonly onAsk: (whatIf: WhatIf) => void;
  /** Of the hall as it is, and of what was asked for last. */
  readonly asItIs: StaffingAdvice;
  readonly answer: StaffingAdvice;
}) {
  const { t, language } = useTexts();
  const { asItIs, answer } = props;
  const [shown, setShown] = useState(props.asked);
  const target = shown.targetMinutes ?? asItIs.targetMinutes;
  const percent = (value: number) => (value === 100 ? t('staffing.same') : `${signed(value - 100)} %`);
  const slider = (
    label: string,
    value: number,
    range: { min: number; max: number; step: number },
    words: string,
    set: (value: number) => WhatIf,
  ) => (
    <div className={styles.control}>
      <p>
        {label} <strong>{words}</strong>
      </p>
      <Slider
        {...range}
        value={value}
        label={null}
        thumbLabel={label}
        onChange={(next) => setShown(set(next))}
        onChangeEnd={(next) => props.onAsk(set(next))}
      />
    </div>
  );
  const wait = (advice: StaffingAdvice) => durationInWords(Math.round(worstWait(advice)) * 60, language);
  return (
    <div className={styles.screen}>
      <Panel title={t('staffing.try')}>
        <div className={styles.row}>
          <p className={styles.sentence} aria-live="polite">
            {t('staffing.try.sentence')} <mark>{wait(answer)}</mark>.{' '}
            {t('staffing.try.now', { wait: wait(asItIs) })}
          </p>
          <div className={styles.controls}>
            {slider(
              t('staffing.arrivals'),
              shown.arrivals,
              { min: 50, max: 200, step: 10 },
              percent(shown.arrivals),
              (arrivals) => ({ ...shown, arrivals }),
            )}
            {slider(
              t('staffing.deskTime'),
              shown.deskTime,
              { min: 50, max: 200, step: 10 },
              percent(shown.deskTime),
              (deskTime) => ({ ...shown, deskTime }),
            )}
            {slider(
              t('staffing.desks'),
              shown.desks,
              { min: -3, max: 3, step: 1 },
              shown.desks === 0 ? t('staffing.same') : signed(shown.desks),
              (desks) => ({ ...shown, desks }),
            )}
            {slider(
              t('staffing.target'),
              target,
              { min: 5, max: 60, step: 5 },
              durationInWords(target * 60, language),
              (targetMinutes) => ({ ...shown, targetMinutes }),
            )}
          </div>
        </div>
      </Panel>
    </div>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `−${-value}`;
}
