import styles from './bar-pairs.module.css';
import { roundTicks } from './round-ticks';

export interface BarPair {
  readonly key: string;
  readonly name: string;
  readonly first: number | null;
  readonly second: number | null;
}

/** Two bars for each name, under an axis at round values; a table beside it says the same to who can't see it. */
export function BarPairs(props: {
  readonly pairs: readonly BarPair[];
  readonly first: string;
  readonly second: string;
  readonly count: 'minutes' | 'things';
  readonly show: (value: number) => string;
}) {
  const { pairs, show } = props;
  const ticks = roundTicks(
    Math.max(1, ...pairs.flatMap(({ first, second }) => [first ?? 0, second ?? 0])),
    props.count,
  );
  const top = ticks.at(-1) ?? 1;
  const share = (value: number) => `${(value / top) * 100}%`;
  return (
    <div className={styles.chart} aria-hidden>
      <p className={styles.legend}>
        <span className={styles.first} /> {props.first}
        <span className={styles.second} /> {props.second}
      </p>
      <div className={styles.axis}>
        {ticks.map((tick) => (
          <span key={tick} style={{ left: share(tick) }}>
            {show(tick)}
          </span>
        ))}
      </div>
      <ul className={styles.pairs}>
        {pairs.map(({ key, name, first, second }) => (
          <li key={key}>
            <span className={styles.name}>{name}</span>
            <span className={styles.track}>
              {ticks.map((tick) => (
                <span key={tick} className={styles.line} style={{ left: share(tick) }} />
              ))}
              <Bar look={styles.first} value={first} width={share(first ?? 0)} show={show} />
              <Bar look={styles.second} value={second} width={share(second ?? 0)} show={show} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar(props: {
  readonly look: string | undefined;
  readonly value: number | null;
  readonly width: string;
  readonly show: (value: number) => string;
}) {
  const { value } = props;
  return (
    <span className={styles.bar}>
      {value !== null && value > 0 && <span className={props.look} style={{ width: props.width }} />}
      <span className={styles.figure}>{value === null ? '–' : props.show(value)}</span>
    </span>
  );
}
