import type { PublishedAnswer } from '../../../electron/contract/publication';
import { dateInWords } from '../../../electron/texts/dates';
import survey from '../survey/survey.module.css';
import { useSurveyTexts } from '../texts';
import styles from './complaint-page.module.css';

/** What became of complaints, in words for everybody. */
export function PublishedAnswers({ answers }: { readonly answers: readonly PublishedAnswer[] }) {
  const { t, language, local } = useSurveyTexts();
  if (answers.length === 0) return null;
  return (
    <section className={survey.about} aria-labelledby="answers">
      <div>
        <h2 id="answers" className={styles.heading}>
          {t('answers')}
        </h2>
        <p className={survey.hint}>{t('answersHint')}</p>
      </div>
      {answers.map(({ counter, month, question, answer }) => (
        // They have no id: nothing leads from them anywhere.
        <article key={`${month} ${question}`} className={styles.card}>
          <p className={survey.hint}>
            {counter ? local(counter) : t('wholeHall')} · {dateInWords(`${month}-01`, language, 'month')}
          </p>
          <h3 className={styles.question}>{question}</h3>
          <p className={styles.text}>{answer}</p>
        </article>
      ))}
    </section>
  );
}
