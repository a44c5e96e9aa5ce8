import type { Score, SurveyElement } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import { QuestionHeading } from './question-heading';
import styles from './survey.module.css';

const scores: readonly Score[] = [1, 2, 3, 4];

/** One element and its four answers, in the order of the regulation's form: 1 first. One tap answers. */
export function Question(props: {
  readonly element: SurveyElement;
  readonly chosen: Score | null;
  /** Null: not answered. */
  readonly onChoose: (score: Score | null) => void;
}) {
  const { t } = useSurveyTexts();
  return (
    <section className={styles.question}>
      <QuestionHeading>
        <span>{t('opinion')}</span> {t(`question.${props.element}`)}
      </QuestionHeading>
      <div className={styles.scale}>
        {scores.map((score) => (
          <button
            type="button"
            key={score}
            aria-pressed={props.chosen === score}
            onClick={() => props.onChoose(score)}
          >
            {t(`scale.${props.element}.${score}`)}
          </button>
        ))}
      </div>
      <button type="button" className={styles.quiet} onClick={() => props.onChoose(null)}>
        {t('skip')}
      </button>
    </section>
  );
}
