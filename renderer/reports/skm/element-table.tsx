import type { ElementResult } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import { decimals, whole } from './figures';
import styles from './skm.module.css';

/** The nine elements, the lowest first, each with a bar from 1 to 4 and the answers it is made of. */
export function ElementTable({ elements }: { readonly elements: readonly ElementResult[] }) {
  const { t, language } = useSurveyTexts();
  return (
    <section>
      <table className={styles.table}>
        <caption>{t('lowestFirst')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('element')}</th>
            <th scope="col">{t('mean')}</th>
            <th scope="col">{t('index')}</th>
            <th scope="col">{t('grade')}</th>
            <th scope="col">{t('answers')}</th>
            <th scope="col">{t('blank')}</th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ element, mean, index, grade, counts, blank }) => (
            <tr key={element}>
              <th scope="row">
                {t(`element.${element}`)}
                <meter className={styles.bar} min={1} max={4} value={mean ?? 1} aria-hidden />
              </th>
              <td>{decimals(mean, language, 3)}</td>
              <td>{decimals(index, language)}</td>
              <td>{grade ?? '–'}</td>
              <td>{counts.map((count) => whole(count, language)).join(' · ')}</td>
              <td>{whole(blank, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.how}>
        {t('howIndex')} {t('howBlank')}
      </p>
    </section>
  );
}
