import type { ReactNode } from 'react';
import { JlamprangStar } from '../jlamprang';
import styles from './entrance.module.css';
import { LanguageChoice } from './language-choice';

/** The frame of what comes before the workplace: a card on the deep ground. */
export function Entrance(props: {
  readonly title: string;
  /** The hall's name, empty before it is known. */
  readonly hall: string;
  /** Its fields stand two in a row, where there is room. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.ground}>
      <header className={styles.band}>
        <JlamprangStar className={styles.star} />
        <span className={styles.hall}>{props.hall}</span>
        <LanguageChoice />
      </header>
      <main className={styles.card} data-wide={props.isWide || undefined}>
        <h1>{props.title}</h1>
        {props.children}
      </main>
    </div>
  );
}
