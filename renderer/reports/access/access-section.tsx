import { IconEar, IconHeartHandshake, IconTextSize, type Icon as TablerIcon } from '@tabler/icons-react';
import type { AccessRow } from '../../../electron/contract/reports';
import { DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { countInWords, keyInWords } from '../../ui/office/figure-words';
import { Answered } from '../figures/answered';
import { FileLinks } from '../figures/file-links';
import { Panel } from '../figures/panel';
import { useAccess } from '../figures/use-figures';
import { useOwnInstitutions } from '../frame/own-reach';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import styles from './access-section.module.css';

/** How many came by speech or in large letters and whether they got numbers, and how many asked to be fetched; nothing about whom. */
export function AccessSection() {
  const { t } = useTexts();
  const isOfSome = useOwnInstitutions() !== null;
  const days = useAccess(!isOfSome);
  return (
    <SectionPage title={t('section.access')}>
      <Panel title={t('access.title')} sentence={t('access.sentence')}>
        {isOfSome ? (
          <p>{t('access.wholeHall')}</p>
        ) : (
          <Answered answer={days} none={t('access.none')}>
            {(rows) => (
              <>
                <Totals rows={rows} />
                <Table rows={rows} />
              </>
            )}
          </Answered>
        )}
      </Panel>
    </SectionPage>
  );
}

function Totals({ rows }: { readonly rows: readonly AccessRow[] }) {
  const { t, language } = useTexts();
  const sum = (count: Exclude<keyof AccessRow, 'key'>) => rows.reduce((total, row) => total + row[count], 0);
  const said = (count: Exclude<keyof AccessRow, 'key'>) => countInWords(sum(count), language);
  const totals: readonly (readonly [TablerIcon, string, string])[] = [
    [
      IconEar,
      t('access.spoken', { count: said('spokenBegun') }),
      t('access.numbers', { count: said('spokenNumbers') }),
    ],
    [
      IconTextSize,
      t('access.large', { count: said('largeBegun') }),
      t('access.numbers', { count: said('largeNumbers') }),
    ],
    [IconHeartHandshake, t('access.fetched', { count: said('fetchAsked') }), ''],
  ];
  return (
    <ul className={styles.totals}>
      {totals.map(([Icon, begun, numbers]) => (
        <li key={begun}>
          <Icon size={28} aria-hidden />
          <span>
            <strong>{begun}</strong>
            {numbers}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Table({ rows }: { readonly rows: readonly AccessRow[] }) {
  const { t, language } = useTexts();
  const { period } = usePeriod();
  return (
    <DataTable
      look="figures"
      caption={t('access.title')}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        {
          key: 'key',
          title: t('by.day'),
          value: (row) => row.key,
          show: (row) => keyInWords(row.key, language),
        },
        ...figureColumns('access', { t, language }),
      ]}
      tools={<FileLinks path="access" query={{ ...period }} caption={t('access.title')} />}
    />
  );
}
