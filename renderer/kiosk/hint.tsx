import styles from './hint.module.css';

/**
 * What people come for, on one line: `KTP, KK, akta`. Where the line is too short the last parts are left out
 * whole; each part carries the comma before it, so nothing dangles.
 */
export function Hint({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string | undefined;
}) {
  return (
    <span className={`${styles.hint} ${className ?? ''}`} data-parts-may-go>
      {text.split(', ').map((part, index) => (
        <span key={part} className={styles.part}>
          {index > 0 ? `, ${part}` : part}
        </span>
      ))}
    </span>
  );
}
