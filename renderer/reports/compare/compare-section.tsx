import { SegmentedControl, Select } from '@mantine/core';
import type { SummaryRow } from '../../../electron/contract/reports';
import { useAddressState } from '../../client/address-state';
import { headingOf } from '../../ui/office/figure-columns';
import { countInWords, durationInWords, wholeMinutes } from '../../ui/office/figure-words';
import { Answered } from '../figures/answered';
import { BarPairs } from '../figures/bar-pairs';
import { Panel } from '../figures/panel';
import { SummaryTable, useRowName } from '../figures/summary-table';
import { Totals } from '../figures/totals';
import { useSummary } from '../figures/use-figures';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import styles from './compare-section.module.css';
import { HeatMap } from './heat-map';

const groupings = ['counter', 'service', 'desk', 'user', 'hour', 'weekday', 'day'] as const;
/** In the order of time; the others have the largest first. */
const inTime: readonly string[] = ['hour', 'weekday', 'day'];
const measures = ['waits', 'numbers'] as const;

/** Counters (or services, desks, officers, days) beside each other: one chart, and all figures in a table. */
export function CompareSection() {
  const { t, local, language } = useTexts();
  const [{ by, measure, counter }, set] = useAddressState({ by: groupings, measure: measures, counter: '' });
  const counterId = counter || undefined;
  const { period } = usePeriod();
  const counters = useSummary('counter');
  const rows = useSummary(by, counterId);
  const whole = useSummary('period', counterId);
  const week = useSummary('weekdayHour', counterId);
  return (
    <SectionPage title={t('section.compare')}>
      {whole.data?.[0] && <Totals row={whole.data[0]} />}
      <Panel
        title={t('compare.title', { by: t(`by.${by}`).toLocaleLowerCase(language) })}
        sentence={t(`compare.${measure}`)}
        choices={
          <>
            <Select
              label={t('compare.counter')}
              w={230}
              clearable
              searchable
              placeholder={t('compare.allCounters')}
              value={counterId ?? null}
              data={(counters.data ?? []).map(({ key, name, counterCode }) => ({
                value: key,
                label: `${counterCode}, ${name ? local(name) : ''}`,
              }))}
              onChange={(value) => set({ counter: value ?? '' })}
            />
            <SegmentedControl
              aria-label={t('compare.measure')}
              value={measure}
              onChange={(value) => {
                const chosen = measures.find((each) => each === value);
                if (chosen) set({ measure: chosen });
              }}
              data={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
            />
          </>
        }
      >
        <SegmentedControl
          className={styles.by}
          aria-label={t('compare.by')}
          value={by}
          onChange={(value) => {
            const chosen = groupings.find((each) => each === value);
            if (chosen) set({ by: chosen });
          }}
          data={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        <Answered answer={rows}>
          {(found) => (
            <>
              <Bars rows={found} measure={measure} longestFirst={!inTime.includes(by)} />
              <SummaryTable by={by} rows={found} counterId={counterId} />
            </>
          )}
        </Answered>
      </Panel>
      {period.from !== period.to && week.data && week.data.length > 0 && <HeatMap rows={week.data} />}
    </SectionPage>
  );
}

/** More bars than these say nothing at a glance; the table has all. */
const maxBars = 26;

function Bars(props: {
  readonly rows: readonly SummaryRow[];
  readonly measure: (typeof measures)[number];
  readonly longestFirst: boolean;
}) {
  const { t, language } = useTexts();
  const nameOf = useRowName();
  const { measure } = props;
  const sizeOf = (row: SummaryRow) => (measure === 'waits' ? (row.waitP90 ?? -1) : row.issued + row.served);
  const ordered = props.longestFirst ? props.rows.toSorted((a, b) => sizeOf(b) - sizeOf(a)) : props.rows;
  const shown = props.longestFirst ? ordered.slice(0, maxBars) : ordered.slice(-maxBars);
  return (
    <>
      {shown.length < props.rows.length && (
        <p className={styles.note}>
          {t(props.longestFirst ? 'compare.most' : 'compare.latest', { count: maxBars })}
        </p>
      )}
      <BarPairs
        pairs={shown.map((row) => ({
          key: row.key,
          name: nameOf(row),
          first: measure === 'waits' ? wholeMinutes(row.waitMedian) : row.served,
          second: measure === 'waits' ? wholeMinutes(row.waitP90) : row.noShow,
        }))}
        first={headingOf(measure === 'waits' ? 'summary.waitMedian' : 'summary.served', t)}
        second={headingOf(measure === 'waits' ? 'summary.waitP90' : 'summary.noShow', t)}
        count={measure === 'waits' ? 'minutes' : 'things'}
        show={(value) =>
          measure === 'waits' ? durationInWords(value * 60, language) : countInWords(value, language)
        }
      />
    </>
  );
}
