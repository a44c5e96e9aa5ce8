import type { AdminCounter } from '../../../electron/contract/admin-hall';
import styles from './counter-badge.module.css';

/** A counter's letters in the colour of its group, as visitors know them. */
export function CounterBadge(props: {
  readonly counter: Pick<AdminCounter, 'code' | 'group'>;
  readonly size?: 'large';
}) {
  const { code, group } = props.counter;
  return (
    <span className={styles.badge} data-group={group} data-size={props.size} aria-hidden>
      {code}
    </span>
  );
}
