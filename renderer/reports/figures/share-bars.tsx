import type { ReactNode } from 'react';
import styles from './share-bars.module.css';

export interface ShareBar {
  readonly key: string;
  readonly name: string;
  /** Rectangles in a box of 100 by 10. */
  readonly bar: ReactNode;
  readonly share: string;
}

/** A bar a line, with its name before it and its share behind; a table beside it says the same to who can't see it. */
export function ShareBars(props: {
  readonly bars: readonly ShareBar[];
  readonly legend?: ReactNode;
  /** What lies behind the rectangles. */
  readonly ground?: string | undefined;
}) {
  return (
    <div className={styles.chart} aria-hidden>
      {props.legend}
      {props.bars.map(({ key, name, bar, share }) => (
        <div key={key} className={styles.line}>
          <span className={styles.name}>{name}</span>
          <svg
            className={[styles.bar, props.ground].filter(Boolean).join(' ')}
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            role="presentation"
            focusable="false"
          >
            {bar}
          </svg>
          <strong className={styles.share}>{share}</strong>
        </div>
      ))}
    </div>
  );
}
