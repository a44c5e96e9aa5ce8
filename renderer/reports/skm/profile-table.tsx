import type { SkmReport } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import { whole } from './figures';
import styles from './skm.module.css';

const fields = ['sex', 'ageGroup', 'education', 'occupation', 'half'] as const;

/** Who answered, as far as they said. */
export function ProfileTable({ report }: { readonly report: SkmReport }) {
  const { t, language } = useSurveyTexts();
  return (
    <section className={styles.profile} aria-label={t('profile')}>
      {fields.map((field) => (
        <table key={field} className={styles.table}>
          <caption>{t(field)}</caption>
          <tbody>
            {report.profile[field].map(({ value, forms }) => (
              <tr key={value ?? 'unsaid'}>
                <th scope="row">{t(value ?? 'unsaid')}</th>
                <td>{whole(forms, language)}</td>
                <td>{Math.round((100 * forms) / Math.max(1, report.forms))} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
