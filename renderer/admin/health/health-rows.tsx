import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import styles from './health.module.css';

/** A thing that can be well or not: what it is called, how it is, and what to do or know. */
export interface HealthRow {
  readonly name: string;
  readonly value: string;
  readonly isFaulty?: boolean;
  /** Nothing that can be well or not. */
  readonly isPlain?: boolean;
  readonly help?: string | undefined;
}

/** A card of such things. */
export function HealthRows({ title, rows }: { readonly title: string; readonly rows: readonly HealthRow[] }) {
  return (
    <HealthCard title={title}>
      <ul className={styles.rows}>
        {rows.map(({ name, value, isFaulty, isPlain, help }) => {
          const Sign = isFaulty ? IconAlertTriangle : isPlain ? IconInfoCircle : IconCircleCheck;
          return (
            <li key={name} data-faulty={isFaulty || undefined} data-plain={isPlain || undefined}>
              <Sign size={18} aria-hidden />
              <b>{name}</b>
              <span>{value}</span>
              {help && <p>{help}</p>}
            </li>
          );
        })}
      </ul>
    </HealthCard>
  );
}

/** A card of this page. */
export function HealthCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
