import type { EstimateRow } from '../../../electron/contract/reports';
import { DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { countInWords, durationInWords, keyInWords, shareInWords } from '../../ui/office/figure-words';
import { Answered } from '../figures/answered';
import { FileLinks } from '../figures/file-links';
import { Panel } from '../figures/panel';
import { ShareBars } from '../figures/share-bars';
import { useEstimate } from '../figures/use-figures';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import styles from './estimate-section.module.css';

/** A share of fewer visitors says more of chance than of the estimate: of 30, one in six is ± 13 points. */
const enough = 30;

/** Whether the waits that visitors were told came true: in a sentence, by counter, and by day. */
export function EstimateSection() {
  const { t } = useTexts();
  const whole = useEstimate('period');
  const counters = useEstimate('counter');
  const days = useEstimate('day');
  return (
    <SectionPage title={t('section.estimate')}>
      <Panel title={t('estimate.title')} sentence={t('estimate.explained')}>
        <Answered answer={whole} none={t('estimate.none')}>
          {([row]) => row && <Headline row={row} />}
        </Answered>
      </Panel>
      {counters.data && counters.data.length > 0 && (
        <Panel title={t('estimate.counters')} sentence={t('estimate.chart')}>
          <Bars rows={counters.data} />
          <Table by="counter" rows={counters.data} />
        </Panel>
      )}
      {days.data && days.data.length > 0 && (
        <Panel title={t('estimate.days')}>
          <Table by="day" rows={days.data} />
        </Panel>
      )}
    </SectionPage>
  );
}

function Headline({ row }: { readonly row: EstimateRow }) {
  const { t, language } = useTexts();
  const { told, untold, held } = row;
  if (told < enough) return <p>{t('estimate.tooFew', { told, needed: enough })}</p>;
  return (
    <>
      <p className={styles.sentence}>{t('estimate.sentence', { count: Math.floor((held / told) * 100) })}</p>
      <p>
        {t('estimate.errors', {
          error: durationInWords(row.meanError, language),
          simple: durationInWords(row.simpleMeanError, language),
          told: countInWords(told, language),
          untold: countInWords(untold, language),
        })}
      </p>
    </>
  );
}

/** A bar a counter, the least exact first; what was measured of few is said to be so. */
function Bars({ rows }: { readonly rows: readonly EstimateRow[] }) {
  const { t, local } = useTexts();
  return (
    <ShareBars
      bars={rows
        .filter(({ told }) => told > 0)
        .toSorted((a, b) => a.held / a.told - b.held / b.told)
        .map((row) => ({
          key: row.key,
          name: `${row.counterCode}, ${row.name ? local(row.name) : ''}`,
          bar: (
            <rect
              className={row.told < enough ? styles.few : styles.held}
              width={(row.held / row.told) * 100}
              height="10"
            />
          ),
          share: row.told < enough ? t('estimate.fewMark') : shareInWords(row.held, row.told),
        }))}
    />
  );
}

function Table({ by, rows }: { readonly by: 'counter' | 'day'; readonly rows: readonly EstimateRow[] }) {
  const { t, local, language } = useTexts();
  const { period } = usePeriod();
  const nameOf = (row: EstimateRow) =>
    row.name ? `${row.counterCode}, ${local(row.name)}` : keyInWords(row.key, language);
  return (
    <DataTable
      look="figures"
      caption={t(by === 'counter' ? 'estimate.counters' : 'estimate.days')}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        {
          key: 'key',
          title: t(`by.${by}`),
          value: (row) => (by === 'counter' ? nameOf(row) : row.key),
          show: nameOf,
        },
        ...figureColumns('estimate', { t, language }),
      ]}
      tools={
        <FileLinks
          path="estimate"
          query={{ ...period, by }}
          caption={t(by === 'counter' ? 'estimate.counters' : 'estimate.days')}
        />
      }
    />
  );
}
