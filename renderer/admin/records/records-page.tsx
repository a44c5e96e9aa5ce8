import type { ReactNode } from 'react';
import styles from './records-page.module.css';

/** A section that is one table of records, with what can be done beside its title. */
export function RecordsPage(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{props.title}</h1>
        {props.actions}
      </div>
      {props.children}
    </div>
  );
}
