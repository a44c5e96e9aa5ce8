import { BarChart } from '@mantine/charts';
import { SegmentedControl, Select } from '@mantine/core';
import type { SummaryRow } from '../../../electron/contract/reports';
import { useAddressState } from '../../client/address-state';
import { Answered } from '../figures/answered';
import { Panel } from '../figures/panel';
import { SummaryTable, useRowName } from '../figures/summary-table';
import { useSummary } from '../figures/use-figures';
import { countInWords, wholeMinutes } from '../figures/words';
import { SectionPage } from '../frame/section-page';
import { useTexts } from '../texts';
import styles from './compare-section.module.css';

const groupings = ['counter', 'service', 'desk', 'user', 'weekday', 'day'] as const;
const measures = ['waits', 'numbers'] as const;

/** Counters (or services, desks, officers, days) beside each other: one chart, and all figures in a table. */
export function CompareSection() {
  const { t, local } = useTexts();
  const [{ by, measure, counter }, set] = useAddressState({ by: groupings, measure: measures, counter: '' });
  const counterId = counter || undefined;
  const counters = useSummary('counter');
  const rows = useSummary(by, counterId);
  return (
    <SectionPage title={t('section.compare')}>
      <Panel
        title={t('compare.title', { by: t(`by.${by}`) })}
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
              <Bars rows={found} measure={measure} longestFirst={by !== 'day' && by !== 'weekday'} />
              <SummaryTable by={by} rows={found} counterId={counterId} />
            </>
          )}
        </Answered>
      </Panel>
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
  const series =
    measure === 'waits'
      ? [
          { name: 'first', label: t('summary.waitMedian'), color: 'tosca.7' },
          { name: 'second', label: t('summary.waitP90'), color: 'tosca.2' },
        ]
      : [
          { name: 'first', label: t('summary.served'), color: 'tosca.7' },
          { name: 'second', label: t('summary.noShow'), color: 'mengkudu.3' },
        ];
  return (
    <>
      {shown.length < props.rows.length && (
        <p className={styles.note}>
          {t(props.longestFirst ? 'compare.most' : 'compare.latest', { count: maxBars })}
        </p>
      )}
      <div aria-hidden>
        <BarChart
          h={Math.max(160, shown.length * 34 + 60)}
          orientation="vertical"
          data={shown.map((row) => ({
            name: shortened(nameOf(row)),
            first: measure === 'waits' ? wholeMinutes(row.waitMedian) : row.served,
            second: measure === 'waits' ? wholeMinutes(row.waitP90) : row.noShow,
          }))}
          dataKey="name"
          series={series}
          valueFormatter={(value) =>
            measure === 'waits' ? `${value} ${t('minutes')}` : countInWords(value, language)
          }
          withLegend
          withBarValueLabel
          barProps={{ isAnimationActive: false, stroke: 'var(--tosca)', strokeWidth: 1 }}
          valueLabelProps={{ fill: 'var(--ink)' }}
          barChartProps={{ accessibilityLayer: false }}
          yAxisProps={{ width: 210, interval: 0 }}
          xAxisProps={{ allowDecimals: false }}
          gridAxis="y"
        />
      </div>
    </>
  );
}

function shortened(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
