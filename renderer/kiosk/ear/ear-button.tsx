import { IconEar, IconPlayerStopFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { useEar } from './ear';
import styles from './ear-button.module.css';

/** Reads the screen aloud, and stops; nothing where there is no voice. */
export function EarButton() {
  const { t } = useTexts();
  const { isOffered, isReading, press } = useEar();
  if (!isOffered) return null;
  const Icon = isReading ? IconPlayerStopFilled : IconEar;
  return (
    <PressButton
      className={styles.ear}
      data-ear
      aria-pressed={isReading}
      aria-label={t(isReading ? 'earStop' : 'ear')}
      onPress={press}
    >
      <Icon stroke={2} aria-hidden="true" />
    </PressButton>
  );
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
