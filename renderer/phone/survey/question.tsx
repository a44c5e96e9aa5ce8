import { useEffect, useRef } from 'react';
import type { Score, SurveyElement } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
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
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever hears the page is told the next question.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={styles.question}>
      <h1 ref={heading} tabIndex={-1}>
        <span>{t('opinion')}</span> {t(`question.${props.element}`)}
      </h1>
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
