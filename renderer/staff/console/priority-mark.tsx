import { IconBabyCarriage, IconDisabled, IconHeart, IconOld } from '@tabler/icons-react';
import type { Priority } from '../../../electron/contract/tickets';
import { useTexts } from '../texts';
import styles from './priority-mark.module.css';

const icons = { elderly: IconOld, disability: IconDisabled, pregnant: IconHeart, infant: IconBabyCarriage };

/** Why a visitor goes first, drawn and said. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { t } = useTexts();
  const Icon = icons[priority];
  return (
    <span className={styles.mark}>
      <Icon size={18} aria-hidden />
      {t(`priority.${priority}`)}
    </span>
  );
}
