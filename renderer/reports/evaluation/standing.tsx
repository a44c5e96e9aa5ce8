import { IconAlertTriangle, IconCalendar, IconCircleDashed, IconHistory } from '@tabler/icons-react';
import type { Evaluation } from '../../../electron/contract/evaluation/evaluation';
import { dateInWords } from '../../../electron/texts/dates';
import { decimals } from '../skm/figures';
import styles from './evaluation.module.css';
import { useEvaluationTexts } from './texts';

/** The total as it stands and what it is called once nothing is empty, how much of it is empty, and that it is nobody's official value. */
export function Standing({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t, language } = useEvaluationTexts();
  const { year, instrument, total, until } = evaluation;
  return (
    <section className={styles.standing}>
      <p className={styles.name}>{t('title', { name: instrument.name, year })}</p>
      <h2>{t('standing', { index: decimals(total.index, language) })}</h2>
      {total.grade !== null && total.empty === 0 && <p>{t('grade', { grade: total.grade })}</p>}
      <ul className={styles.facts}>
        <li>
          <IconCircleDashed size={22} aria-hidden />
          {total.empty > 0
            ? t('empty', { empty: total.empty, count: total.indicators })
            : t('complete', { count: total.indicators })}
        </li>
        <li>
          <IconHistory size={22} aria-hidden />
          {total.before === null
            ? t('noBefore', { year: year - 1 })
            : t('before', { year: year - 1, index: decimals(total.before, language) })}
        </li>
        {until !== null && (
          <li>
            <IconCalendar size={22} aria-hidden />
            {t('until', { date: dateInWords(until, language, 'year') })}
          </li>
        )}
        <li>
          <IconAlertTriangle size={22} aria-hidden />
          {t('unofficial', { source: instrument.source })}
        </li>
      </ul>
    </section>
  );
}
