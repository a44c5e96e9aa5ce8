import { LineChart } from '@mantine/charts';
import type { SummaryRow } from '../../../electron/contract/reports';
import { Panel } from '../figures/panel';
import { SummaryTable } from '../figures/summary-table';
import { hourInWords, wholeMinutes } from '../figures/words';
import { useTexts } from '../texts';

/** How long people waited by the hour in which they came: half of them, and nine of ten. */
export function WaitsByHour({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('waits.title')} sentence={t('waits.sentence')}>
      <div aria-hidden>
        <LineChart
          h={240}
          data={rows.map((row) => ({
            hour: hourInWords(row.key),
            median: wholeMinutes(row.waitMedian),
            p90: wholeMinutes(row.waitP90),
          }))}
          dataKey="hour"
          series={[
            { name: 'median', label: t('summary.waitMedian'), color: 'tosca.7' },
            {
              name: 'p90',
              label: t('summary.waitP90'),
              color: 'mengkudu.7',
              strokeDasharray: '7 5',
            },
          ]}
          unit={` ${t('minutes')}`}
          curveType="linear"
          strokeWidth={3}
          withLegend
          connectNulls={false}
          lineChartProps={{ accessibilityLayer: false }}
          lineProps={{ isAnimationActive: false }}
          yAxisProps={{ width: 80, allowDecimals: false }}
        />
      </div>
      <SummaryTable by="hour" rows={rows} />
    </Panel>
  );
}
