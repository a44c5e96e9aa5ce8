import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './band-button.module.css';

/**
 * A button of the deep band. `label` names it where its words don't stand beside its icon; `isWaiting`: it can't be pressed
 * yet, and stays in reach.
 */
export function BandButton({
  icon,
  label,
  isWaiting = false,
  children,
  onClick,
  ...rest
}: ComponentPropsWithRef<'button'> & {
  readonly icon?: ReactNode;
  readonly label?: string;
  readonly isWaiting?: boolean;
}) {
  return (
    <button
      {...rest}
      type="button"
      className={styles.button}
      title={label}
      aria-label={label}
      aria-disabled={isWaiting || undefined}
      onClick={(event) => !isWaiting && onClick?.(event)}
    >
      {icon}
      {children}
    </button>
  );
}
