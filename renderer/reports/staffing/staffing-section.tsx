import { Loader, NativeSelect, Slider } from '@mantine/core';
import { useState } from 'react';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { useOwnCounters } from '../frame/own-reach';
import section from '../frame/section-page.module.css';
import { useTexts } from '../texts';
import { DesksOfWeek } from './desks-of-week';
import styles from './staffing.module.css';

interface WhatIf {
  /** Percent. */
  readonly arrivals: number;
  readonly deskTime: number;
  /** More or fewer desks than usual. */
  readonly desks: number;
  /** Null: the hall's own target. */
  readonly targetMinutes: number | null;
}
const asItIs: WhatIf = { arrivals: 100, deskTime: 100, desks: 0, targetMinutes: null };

/** How many officers each half-hour of the coming week needs, said in sentences first, and what would be if. */
export function StaffingSection() {
  const { t, local } = useTexts();
  const [{ counter: chosen }, set] = useAddressState({ counter: '' });
  const [shown, setShown] = useState(asItIs);
  // The computation takes seconds: it begins when a slider is let go.
  const [asked, setAsked] = useState(asItIs);
  const counters = useOwnCounters();
  const counterId = chosen || (counters?.[0]?.id ?? null);
  const advice = useRoute(
    'staffing',
    counterId === null
      ? null
      : {
          query: {
            counterId,
            arrivals: String(asked.arrivals),
            deskTime: String(asked.deskTime),
            desks: String(asked.desks),
            ...(asked.targetMinutes === null ? {} : { targetMinutes: String(asked.targetMinutes) }),
          },
        },
    {
      staleTime: 10 * 60_000,
      // What was said of this counter stays until the sliders' answer is there.
      placeholderData: (before, query) =>
        query?.queryKey[1].query?.counterId === counterId ? before : undefined,
    },
  );
  const target = shown.targetMinutes ?? advice.data?.targetMinutes ?? 20;
  const slider = (
    label: string,
    value: number,
    range: { min: number; max: number; step: number },
    unit: string,
    set: (value: number) => WhatIf,
  ) => (
    <div className={styles.control}>
      <span className={styles.label}>
        {label}: {value}
        {unit}
      </span>
      <Slider
        {...range}
        value={value}
        label={null}
        thumbLabel={label}
        onChange={(next) => setShown(set(next))}
        onChangeEnd={(next) => setAsked(set(next))}
      />
    </div>
  );
  const sentences = advice.data?.days.flatMap((day) => day.sentences) ?? [];
  return (
    <div className={section.page}>
      <div className={section.head}>
        <div>
          <h1>{t('section.staffing')}</h1>
          <p className={section.dates}>{t('staffing.intro')}</p>
        </div>
      </div>
      <div className={styles.controls}>
        <NativeSelect
          label={t('staffing.counter')}
          value={counterId ?? ''}
          onChange={(event) => set({ counter: event.currentTarget.value })}
          data={(counters ?? []).map((counter) => ({
            value: counter.id,
            label: `${counter.code} · ${local(counter.name)}`,
          }))}
        />
        {slider(
          t('staffing.arrivals'),
          shown.arrivals,
          { min: 50, max: 200, step: 10 },
          ' %',
          (arrivals) => ({
            ...shown,
            arrivals,
          }),
        )}
        {slider(
          t('staffing.deskTime'),
          shown.deskTime,
          { min: 50, max: 200, step: 10 },
          ' %',
          (deskTime) => ({
            ...shown,
            deskTime,
          }),
        )}
        {slider(t('staffing.desks'), shown.desks, { min: -3, max: 3, step: 1 }, '', (desks) => ({
          ...shown,
          desks,
        }))}
        {slider(
          t('staffing.target'),
          target,
          { min: 5, max: 60, step: 5 },
          ` ${t('staffing.minutes')}`,
          (targetMinutes) => ({ ...shown, targetMinutes }),
        )}
      </div>
      <div aria-live="polite" aria-busy={advice.isFetching}>
        {advice.isFetching && (
          <p>
            <Loader size="sm" /> {t('staffing.computing')}
          </p>
        )}
        {advice.isError && <p>{t('staffing.failed')}</p>}
        {advice.data && sentences.length === 0 && <p>{t('staffing.nothing')}</p>}
        {sentences.length > 0 && (
          <ul className={styles.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence.id}>{local(sentence)}</li>
            ))}
          </ul>
        )}
      </div>
      {advice.data && sentences.length > 0 && <DesksOfWeek key={counterId} advice={advice.data} />}
    </div>
  );
}
