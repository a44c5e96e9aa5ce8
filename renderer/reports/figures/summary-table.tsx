import type { SummaryGrouping, SummaryRow } from '../../../electron/contract/reports';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { keyInWords } from '../../ui/office/figure-words';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import { FileLinks } from './file-links';

/** The whole summary by one grouping as a table. */
export function SummaryTable(props: {
  readonly by: Exclude<SummaryGrouping, 'period' | 'weekdayHour'>;
  readonly rows: readonly SummaryRow[];
  readonly counterId?: string | undefined;
}) {
  const { t, language } = useTexts();
  const { period } = usePeriod();
  const nameOf = useRowName();
  const columns: DataColumn<SummaryRow>[] = [
    {
      key: 'key',
      title: t(`by.${props.by}`),
      // What has an order of its own keeps it: dates, hours and weekdays sort by their keys.
      value: (row) => (row.name ? nameOf(row) : row.key),
      show: nameOf,
    },
    ...figureColumns('summary', { t, language }),
  ];
  return (
    <DataTable
      look="figures"
      caption={t('table.caption', { by: t(`by.${props.by}`) })}
      rows={props.rows}
      keyOf={(row) => row.key}
      columns={columns}
      tools={
        <FileLinks
          path="summary"
          query={{ ...period, by: props.by, ...(props.counterId ? { counterId: props.counterId } : {}) }}
          caption={t('table.caption', { by: t(`by.${props.by}`) })}
        />
      }
    />
  );
}

/** Says what a row is about: `A, Dindukcapil`, `09.00–10.00`, `Selasa`. */
export function useRowName(): (row: SummaryRow) => string {
  const { local, language } = useTexts();
  return (row) => {
    if (!row.name) return keyInWords(row.key, language);
    const name = local(row.name);
    return row.counterCode ? `${row.counterCode}, ${name}` : name;
  };
}
