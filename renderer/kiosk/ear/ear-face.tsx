import { IconEar, IconPlayerStopFilled } from '@tabler/icons-react';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { useEar } from './ear';
import styles from './ear-face.module.css';

/** The button itself; it comes to the page with the rest of the ear, once there is time. */
export function EarFace() {
  const { t } = useTexts();
  const { isReading, press } = useEar();
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
