import type { ReactNode } from 'react';
import { useEar } from './ear';
import styles from './ear-button.module.css';

/** Reads the screen aloud, and stops; nothing where there is no voice. */
export function EarButton() {
  const { Face } = useEar();
  return Face && <Face />;
}

/** A screen's last button with the ear beside it. */
export function BesideEar({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={`${styles.beside} ${className ?? ''}`}>
      <EarButton />
      {children}
    </div>
  );
}
