import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconClockQuestion,
  IconEqual,
  IconTarget,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Overview } from '../../../electron/contract/overview';
import { JlamprangCloth } from '../../ui/jlamprang';
import { useTexts } from '../texts';
import styles from './headline.module.css';
import { changeInWords, overviewSentence, peopleInWords, targetInWords } from './overview-words';

const arrows = {
  better: IconArrowUpRight,
  worse: IconArrowDownRight,
  same: IconEqual,
  unknown: IconClockQuestion,
};

/** The one sentence of the page, and below it what changed, how far the target is, and how many more came. */
export function Headline(props: {
  readonly overview: Overview;
  /** Whose figures these are; null: the whole hall's. */
  readonly institutions: string | null;
  /** Whether the period isn't over: its people are not yet to be counted against another's. */
  readonly live: boolean;
}) {
  const { t, language } = useTexts();
  const { overview, live } = props;
  const { figures, figuresBefore } = overview;
  const words = { t, language };
  const change = changeInWords(overview, words);
  const target = targetInWords(figures, words);
  const Arrow = arrows[change.way];
  const Target = target.met ? IconTargetArrow : IconTarget;
  return (
    <section className={styles.headline}>
      <JlamprangCloth className={styles.ground} cell={150} />
      <p className={styles.sentence}>{overviewSentence(overview, props.institutions, words)}</p>
      {figures.called > 0 && (
        <ul className={styles.facts}>
          <li>
            <Arrow size={20} aria-hidden />
            {change.text}
          </li>
          <li className={target.met ? undefined : styles.missed}>
            <Target size={20} aria-hidden />
            {target.text}
          </li>
          {figuresBefore && !live && (
            <li>
              <IconUsersGroup size={20} aria-hidden />
              {peopleInWords(figures, figuresBefore, words)}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
