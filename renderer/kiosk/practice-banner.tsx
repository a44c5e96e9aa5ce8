import { IconSchool } from '@tabler/icons-react';
import styles from './kiosk.module.css';
import { useComfort } from './language-and-mode';
import { useTexts } from './texts';

/** Says on every screen that numbers are for trying out. */
export function PracticeBanner() {
  const { t } = useTexts();
  const { large } = useComfort();
  return (
    <p className={styles.practice}>
      <IconSchool stroke={2} aria-hidden="true" />
      <strong>{t('practice')}</strong>
      {t(large ? 'practiceNoteShort' : 'practiceNote')}
    </p>
  );
}
