import styles from './kiosk-hint.module.css';
import { useFittedText } from './use-fitted-text';

const levels = ['whole', 'narrow'];

/**
 * What people come for, on one line: `KTP, KK, akta`. Where the line is too short the last parts are left out
 * whole; each part carries the comma before it, so nothing dangles. The first part always stands.
 */
export function KioskHint({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string | undefined;
}) {
  const box = useFittedText<HTMLSpanElement>(levels);
  return (
    <span ref={box} className={`${styles.hint} ${className ?? ''}`} data-parts-may-go>
      {text.split(', ').map((part, index) => (
        <span key={part} className={styles.part}>
          {index > 0 ? `, ${part}` : part}
        </span>
      ))}
    </span>
  );
}
