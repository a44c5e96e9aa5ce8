import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './matters.module.css';

/** One thing that needs attention: what is wrong, what follows of it, what can be done. */
export function MatterCard(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons; the first is the usual one. */
  readonly acts: ReactNode;
  readonly isAlarm?: boolean;
}) {
  const { icon: Sign, title, children, acts, isAlarm = false } = props;
  return (
    <li className={styles.card} data-alarm={isAlarm || undefined}>
      <div className={styles.words} role={isAlarm ? 'alert' : undefined}>
        <h2 className={styles.title}>
          <Sign size={24} aria-hidden />
          {title}
        </h2>
        <p className={styles.said}>{children}</p>
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </li>
  );
}
