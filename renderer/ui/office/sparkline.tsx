import styles from './sparkline.module.css';

const width = 60;
const height = 28;
/** Room for the dot at the end. */
const edge = 4;
/** A line of one or two people is no mountain. */
const leastTop = 5;

/** A small line of figures over time, in the colour of the text around it, the newest marked by a dot. `label` says what it shows in words. */
export function Sparkline({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  const top = Math.max(leastTop, ...values);
  const points = values.map((value, index) => ({
    x: edge + (index / Math.max(1, values.length - 1)) * (width - 2 * edge),
    y: height - edge - (value / top) * (height - 2 * edge),
  }));
  const last = points.at(-1);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <path className={styles.ground} d={`M${edge} ${height - edge}H${width - edge}`} />
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r="3" />}
    </svg>
  );
}
