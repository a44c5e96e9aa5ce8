import { Button, Loader, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { Letterhead } from '../figures/letterhead';
import { useOwnCounters } from '../frame/own-reach';
import section from '../frame/section-page.module.css';
import { useTexts } from '../texts';
import { ChangeCards } from './change-cards';
import { DesksOfWeek } from './desks-of-week';
import styles from './staffing.module.css';
import { TryIt } from './try-it';
import { nothingChanged, type WhatIf } from './what-if';

/** What would help a counter in the coming week, in three cards; how many officers each half-hour needs; and what would be if. */
export function StaffingSection() {
  const { t, local } = useTexts();
  const [{ counter: chosen }, set] = useAddressState({ counter: '' });
  // The computation takes seconds: it begins when a slider is let go.
  const [asked, setAsked] = useState(nothingChanged);
  const counters = useOwnCounters();
  const counterId = chosen || (counters?.[0]?.id ?? null);
  const name = counters?.find(({ id }) => id === counterId)?.name;
  const asItIs = useStaffing(counterId, nothingChanged);
  const advice = useStaffing(counterId, asked);
  const isKnown = asItIs.data?.days.some(({ state }) => state === 'advised') ?? false;
  return (
    <div className={section.page}>
      <Letterhead />
      <div className={section.head}>
        <div>
          <h1>{t('section.staffing')}</h1>
          <p className={section.dates}>
            {asItIs.data
              ? t('staffing.basis', {
                  counter: name ? local(name) : '',
                  days: asItIs.data.pastDays,
                  minutes: asItIs.data.targetMinutes,
                })
              : t('staffing.intro')}
          </p>
        </div>
        <div className={section.tools}>
          <NativeSelect
            label={t('staffing.counter')}
            value={counterId ?? ''}
            onChange={(event) => {
              setAsked(nothingChanged);
              set({ counter: event.currentTarget.value });
            }}
            data={(counters ?? []).map((counter) => ({
              value: counter.id,
              label: `${counter.code} · ${local(counter.name)}`,
            }))}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('dayReport.print')}
          </Button>
        </div>
      </div>
      <div className={styles.state} role="status">
        {(asItIs.isFetching || advice.isFetching) && (
          <>
            <Loader size="sm" /> {t('staffing.computing')}
          </>
        )}
      </div>
      <FormError error={asItIs.error ?? advice.error} />
      {asItIs.data && !isKnown && <p className={styles.unknown}>{t('staffing.nothing')}</p>}
      {asItIs.data && isKnown && (
        <>
          <ChangeCards advice={asItIs.data} />
          <DesksOfWeek key={counterId} advice={advice.data ?? asItIs.data} />
          <TryIt
            key={`try ${counterId}`}
            asked={asked}
            onAsk={setAsked}
            asItIs={asItIs.data}
            answer={advice.data ?? asItIs.data}
          />
        </>
      )}
    </div>
  );
}

function useStaffing(counterId: string | null, asked: WhatIf) {
  return useRoute(
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
}
