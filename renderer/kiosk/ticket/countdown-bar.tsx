import styles from './countdown-bar.module.css';

/** How much of a time is left, for the eye; whoever reads hears it in words beside it. */
export function CountdownBar({
  left,
  of,
  tone,
}: {
  readonly left: number;
  readonly of: number;
  readonly tone: 'band' | 'ground';
}) {
  return (
    <div className={styles.bar} data-tone={tone} aria-hidden="true">
      <div style={{ transform: `scaleX(${left / of})` }} />
    </div>
  );
}
