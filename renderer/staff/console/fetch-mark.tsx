import { IconBlind } from '@tabler/icons-react';
import { useTexts } from '../texts';
import styles from './priority-mark.module.css';

/** That a visitor can't find the desk alone and is to be fetched, drawn and said. */
export function FetchMark() {
  const { t } = useTexts();
  return (
    <span className={styles.mark}>
      <IconBlind size={18} aria-hidden />
      {t('fetchMe')}
    </span>
  );
}
