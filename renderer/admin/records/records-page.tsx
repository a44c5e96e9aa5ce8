import type { ReactNode } from 'react';
import styles from './records-page.module.css';

/** A section that is one table of records, with what can be done beside its title. */
export function RecordsPage(props: {
  /** Null: it stands in what has a title, and keeps to its edges. */
  readonly title: string | null;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page} data-within={props.title === null || undefined}>
      <div className={styles.head}>
        {props.title !== null && <h1>{props.title}</h1>}
        {props.actions}
      </div>
      {props.children}
    </div>
  );
}
