import type { Grade } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import { decimals, whole } from './figures';
import styles from './skm.module.css';

interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly forms: number;
  readonly served: number;
  readonly sampleNeeded: number;
  readonly index: number | null;
  readonly grade: Grade | null;
}

/** The index of each counter, service or month, beside how many answered and how many ought to. */
export function GroupTable(props: {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly GroupRow[];
}) {
  const { t, language } = useSurveyTexts();
  return (
    <table className={styles.table}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <th scope="col">{t('index')}</th>
          <th scope="col">{t('grade')}</th>
          <th scope="col">{t('forms')}</th>
          <th scope="col">{t('needed')}</th>
          <th scope="col">{t('served')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, label, index, grade, forms, sampleNeeded, served }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{decimals(index, language)}</td>
            <td>{grade ? `${grade} · ${t(`grade.${grade}`)}` : '–'}</td>
            <td>{whole(forms, language)}</td>
            <td>{whole(sampleNeeded, language)}</td>
            <td>{whole(served, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
