import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** A framed part of a section, with its heading and what can be chosen in it. */
export function Panel(props: {
  readonly title: string;
  /** What it says, in a sentence. */
  readonly sentence?: string;
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.panel} aria-label={props.title}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{props.title}</h2>
          {props.sentence && <p className={styles.sentence}>{props.sentence}</p>}
        </div>
        {props.choices && <div className={styles.choices}>{props.choices}</div>}
      </div>
      {props.children}
    </section>
  );
}
