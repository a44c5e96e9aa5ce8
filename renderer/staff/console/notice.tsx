import { IconAlertCircle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts';
import styles from './notice.module.css';

/** What came of a press, or is the matter: a refusal's sentence, or a short word; said aloud by screen readers too. */
export function Notice(props: {
  readonly kind: 'refused' | 'said';
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Left out where it goes by itself. */
  readonly onClose?: () => void;
}) {
  const { t } = useTexts();
  const Icon = props.kind === 'refused' ? IconAlertCircle : IconInfoCircle;
  return (
    <div
      className={styles.notice}
      data-kind={props.kind}
      role={props.kind === 'refused' ? 'alert' : 'status'}
    >
      <Icon size={22} aria-hidden />
      <span className={styles.sentence}>{props.children}</span>
      {props.action}
      {props.onClose && (
        <button type="button" className={styles.close} aria-label={t('close')} onClick={props.onClose}>
          <IconX size={18} aria-hidden />
        </button>
      )}
    </div>
  );
}
