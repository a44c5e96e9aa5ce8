import type { ComplaintCounts } from '../../../electron/contract/survey';
import { dateInWords } from '../../../electron/texts/dates';
import { whole } from '../skm/figures';
import { useSurveyTexts } from '../texts';
import styles from './complaints.module.css';

/** What the ministry asks, in the order of its form. */
export const complaintFigures = ['received', 'finished', 'sp4nReceived', 'sp4nFinished'] as const;

/** The four counts of complaints that the ministry asks, of the period that is chosen beside them. */
export function FourCounts({ counts }: { readonly counts: ComplaintCounts }) {
  const { t, language } = useSurveyTexts();
  return (
    <>
      <dl className={styles.counts} aria-label={t('complaints.fourCounts')}>
        {complaintFigures.map((figure) => (
          <div key={figure}>
            <dt>{t(`complaints.count.${figure}`)}</dt>
            <dd>{whole(counts[figure], language)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>
        <CountsNote counts={counts} />
      </p>
    </>
  );
}

/** What is counted, and what no longer is. */
export function CountsNote({ counts }: { readonly counts: ComplaintCounts }) {
  const { t, language } = useSurveyTexts();
  return (
    <>
      {t('complaints.fourCountsHint')}
      {counts.forgottenBefore &&
        ` ${t('complaints.forgotten', { date: dateInWords(counts.forgottenBefore, language, 'year') })}`}
    </>
  );
}
