import type { PublishedSkm } from '../../../electron/contract/skm-publication';
import { dateInWords } from '../../../electron/texts/dates';
import { twoPlaces } from '../../../electron/texts/two-places';
import survey from '../survey/survey.module.css';
import { useSkmTexts } from '../texts';
import styles from './complaint-page.module.css';

/** The last survey's result, and what is done about it. */
export function PublishedResult({ skm }: { readonly skm: PublishedSkm }) {
  const { t, language } = useSkmTexts();
  const day = (date: string) => dateInWords(date, language, 'year');
  const { forms, sampleNeeded: needed, grade } = skm;
  return (
    <section className={survey.about} aria-labelledby="skm">
      <div>
        <h2 id="skm" className={styles.heading}>
          {t('skm')}
        </h2>
        <p className={survey.hint}>{t('skmPeriod', { from: day(skm.from), to: day(skm.to) })}</p>
      </div>
      <div className={styles.card}>
        <p className={styles.figure}>{t('skmValue', { index: twoPlaces(skm.index, language) })}</p>
        <p className={styles.text}>{t('skmGrade', { grade, name: t(`grade.${grade}`) })}</p>
        <p className={survey.hint}>
          {t(forms < needed ? 'skmTooFew' : 'skmForms', { forms, needed })} {t('skmMethod')}
        </p>
      </div>
      {skm.actions.length > 0 && (
        <div className={styles.card}>
          <h3 className={styles.question}>{t('skmActions')}</h3>
          <ul className={styles.actions}>
            {skm.actions.map(({ element, text, dueOn, doneOn }) => (
              <li key={`${dueOn} ${text}`}>
                <strong>{element ? t(`element.${element}`) : t('skmRemarks')}</strong>
                <p className={styles.text}>{text}</p>
                <p className={survey.hint}>
                  {doneOn ? t('skmDone', { date: day(doneOn) }) : t('skmDue', { date: day(dueOn) })}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <table className={styles.elements}>
        <caption>{t('skmElements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('skmElement')}</th>
            <th scope="col">{t('skmIndex')}</th>
            <th scope="col">{t('skmGradeShort')}</th>
          </tr>
        </thead>
        <tbody>
          {skm.elements.map(({ element, index, grade: own }) => (
            <tr key={element}>
              <th scope="row">{t(`element.${element}`)}</th>
              <td>{twoPlaces(index, language)}</td>
              <td>{own ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
