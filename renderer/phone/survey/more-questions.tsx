import { useSurveyTexts } from '../texts';
import { QuestionHeading } from './question-heading';
import styles from './survey.module.css';

const choices = [0, 1, 2, 3, 4, 5];

/** Whether somebody answers the questions of the year's evaluation too. */
export function MoreQuestions(props: {
  readonly count: number;
  readonly onChoose: (isWanted: boolean) => void;
}) {
  const { t } = useSurveyTexts();
  return (
    <section className={styles.question}>
      <QuestionHeading>{t('more')}</QuestionHeading>
      <p className={styles.offer}>{t('moreHint', { count: props.count })}</p>
      <div className={styles.scale}>
        <button type="button" onClick={() => props.onChoose(true)}>
          {t('moreYes')}
        </button>
        <button type="button" onClick={() => props.onChoose(false)}>
          {t('moreNo')}
        </button>
      </div>
    </section>
  );
}

/** One question of the evaluation and its points from 0 to 5; one tap answers. */
export function PointsQuestion(props: {
  readonly text: string;
  /** What 0 and 5 points say. */
  readonly lowest: string;
  readonly highest: string;
  readonly chosen: number | null;
  /** Null: left out. */
  readonly onChoose: (points: number | null) => void;
}) {
  const { t } = useSurveyTexts();
  const said = (points: number) =>
    points === 0 ? `0, ${props.lowest}` : points === 5 ? `5, ${props.highest}` : String(points);
  return (
    <section className={styles.question}>
      <QuestionHeading>
        <span>{t('moreOpinion')}</span> {props.text}
      </QuestionHeading>
      <div className={styles.points}>
        {choices.map((points) => (
          <button
            type="button"
            key={points}
            aria-label={said(points)}
            aria-pressed={props.chosen === points}
            onClick={() => props.onChoose(points)}
          >
            {points}
          </button>
        ))}
        <p aria-hidden>0 = {props.lowest}</p>
        <p aria-hidden>5 = {props.highest}</p>
      </div>
      <button type="button" className={styles.quiet} onClick={() => props.onChoose(null)}>
        {t('skip')}
      </button>
    </section>
  );
}
