import { IconArrowBackUp } from '@tabler/icons-react';
import type { DeskSnapshot, User } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import { mayTakeBack } from './desk-state';
import { Key } from './key';
import styles from './last-ended.module.css';

/** The last finish or no-show at this desk, and the way to take it back, while there is time for it. */
export function LastEnded(props: {
  readonly ended: DeskSnapshot['lastEnded'];
  readonly user: User;
  readonly ready: boolean;
  readonly shortcut: string;
  readonly onTakeBack: () => void;
}) {
  const { ended, user, ready } = props;
  const { t } = useTexts();
  const clock = useHallClock();
  const now = useHallNow(1_000);
  if (!ended || !mayTakeBack(ended, user, now)) return null;
  return (
    <p className={styles.last}>
      <span>{t(`takeBack.${ended.how}`, { number: ended.number, time: clock(ended.at) })}</span>
      <button
        type="button"
        className={styles.takeBack}
        aria-disabled={!ready}
        onClick={() => ready && props.onTakeBack()}
      >
        <IconArrowBackUp size={18} aria-hidden />
        {t('takeBack')} <Key label={props.shortcut} />
      </button>
    </p>
  );
}
