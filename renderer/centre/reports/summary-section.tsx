import { SegmentedControl } from '@mantine/core';
import { centreGroupings } from '../../../electron/contract/centre/report-groupings';
import type { CentreSummaryRow } from '../../../electron/contract/centre/reports';
import { useAddressState } from '../../client/address-state';
import { DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { countInWords, durationInWords, keyInWords } from '../../ui/office/figure-words';
import { useCentre } from '../api';
import { Card, Page } from '../frame/page';
import { useTexts } from '../texts';
import { FileLink } from './file-link';
import { queryOf, ScopeFields, useScope } from './scope';

const groupings = ['hall', 'agency', 'service', 'hour', 'weekday', 'month', 'day'] as const;

/** Visitors and waits over halls and time, of days that are over. */
export function SummarySection() {
  const { t, local, language } = useTexts();
  const scope = useScope();
  const [{ menurut: by }, set] = useAddressState({ menurut: groupings });
  const query = queryOf(scope);
  const isReady = scope.choices !== undefined;
  const rows = useCentre('reportSummary', isReady ? { query: { ...query, by } } : null);
  const whole = useCentre('reportSummary', isReady ? { query: { ...query, by: 'period' } } : null);
  const [sum] = whole.data?.rows ?? [];
  const sentence = sum
    ? t('centre.summary.sentence', {
        served: countInWords(sum.served, language),
        median: durationInWords(sum.waitMedian, language),
        long: durationInWords(sum.waitP90, language),
      })
    : whole.data && t('centre.summary.none');
  return (
    <Page
      title={t('centre.section.summary')}
      {...(sentence ? { sentence } : {})}
      tools={<ScopeFields scope={scope} />}
    >
      <Card>
        <SegmentedControl
          aria-label={t('centre.by')}
          value={by}
          data={groupings.map((value) => ({ value, label: t(`centre.by.${value}`) }))}
          onChange={(value) => {
            const chosen = centreGroupings.find((each) => each === value);
            if (chosen && chosen !== 'period') set({ menurut: chosen });
          }}
        />
        <DataTable<CentreSummaryRow>
          caption={t('centre.section.summary')}
          look="figures"
          rows={rows.data?.rows}
          answer={rows}
          keyOf={({ key }) => key}
          none={t('centre.summary.none')}
          tools={<FileLink path="summary" query={{ ...query, by }} />}
          columns={[
            {
              key: 'key',
              title: t(`centre.by.${by}`),
              value: (row) => (row.name ? local(row.name) : row.key),
              show: (row) => (row.name ? local(row.name) : keyInWords(row.key, language)),
            },
            ...figureColumns('summary', { t, language }),
          ]}
        />
      </Card>
    </Page>
  );
}
