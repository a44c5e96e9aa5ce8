import styles from './key.module.css';

/** A key as it looks on the keyboard. */
export function Key({ label, onDark = false }: { readonly label: string; readonly onDark?: boolean }) {
  return (
    <kbd className={styles.key} data-dark={onDark || undefined}>
      {label}
    </kbd>
  );
}
