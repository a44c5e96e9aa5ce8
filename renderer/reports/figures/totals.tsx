import type { SummaryRow } from '../../../electron/contract/reports';
import { atLeastInWords, countInWords, durationInWords } from '../../ui/office/figure-words';
import { useTexts } from '../texts';
import styles from './totals.module.css';

/** The figures of the whole period, large. */
export function Totals({ row }: { readonly row: SummaryRow }) {
  const { t, language } = useTexts();
  const count = (value: number) => countInWords(value, language);
  const figures = [
    { name: t('summary.issued'), value: count(row.issued) },
    { name: t('summary.served'), value: count(row.served) },
    { name: t('summary.inHall'), value: count(row.inHall) },
    { name: t('summary.noShow'), value: count(row.noShow) },
    { name: t('summary.cancelled'), value: count(row.cancelled) },
    { name: t('summary.void'), value: count(row.void) },
    {
      name: t('total.wait'),
      value: durationInWords(row.waitMedian, language),
      more:
        row.waitP90 === null ? undefined : t('total.long', { time: atLeastInWords(row.waitP90, language) }),
    },
    {
      name: t('total.service'),
      value: durationInWords(row.serviceMedian, language),
      more:
        row.serviceP90 === null
          ? undefined
          : t('total.long', { time: atLeastInWords(row.serviceP90, language) }),
    },
  ];
  return (
    <dl className={styles.totals}>
      {figures.map(({ name, value, more }) => (
        <div key={name} className={styles.total}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          {more && <dd className={styles.more}>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
