import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Desk, HallSnapshot } from '../../../electron/contract/staff';
import styles from './asks.module.css';

/** What a desk asks of supervisors, with the buttons that answer it. `isUrgent`: nobody has seen to it, and it can't wait. */
export function AskCard(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly said: ReactNode;
  readonly isUrgent: boolean;
  readonly role: 'alert' | 'status';
  readonly children: ReactNode;
}) {
  const { icon: Sign } = props;
  return (
    <div className={styles.ask} data-calm={!props.isUrgent || undefined}>
      <p className={styles.words} role={props.role}>
        <strong>
          <Sign size={24} aria-hidden />
          {props.title}
        </strong>
        <span>{props.said}</span>
      </p>
      <div className={styles.buttons}>{props.children}</div>
    </div>
  );
}

/** What the hall's desks ask, the longest first; `of` tells it of one desk. */
export function asksOf<Ask extends { readonly since: string }>(
  hall: HallSnapshot | undefined,
  of: (desk: Desk) => Ask | null,
): (Ask & { readonly desk: Desk })[] {
  // A desk of several counters stands under each of them; one whose officer serves a counter not, there asks nothing.
  const asking = (hall?.counters ?? [])
    .flatMap((counter) => counter.desks)
    .filter((desk) => of(desk) !== null);
  return [...new Map(asking.map((desk) => [desk.id, desk])).values()]
    .flatMap((desk) => {
      const ask = of(desk);
      return ask ? [{ ...ask, desk }] : [];
    })
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
