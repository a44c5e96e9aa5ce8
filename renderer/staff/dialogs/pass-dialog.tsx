import { useState } from 'react';
import type { QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';

/** Asks how many others shall go before a visitor who wants it so. */
export function PassDialog(props: {
  readonly ticket: Pick<QueueTicket, 'number'>;
  readonly onPass: (count: number) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [count, setCount] = useState(1);
  return (
    <FormDialog
      title={t('letPass.title', { number: props.ticket.number })}
      confirm={t('letPass')}
      onSubmit={() => props.onPass(count)}
      onClose={props.onClose}
    >
      <p className={styles.sentence}>{t('letPass.sentence')}</p>
      <fieldset className={styles.usual} aria-label={t('letPass.howMany')}>
        <legend className={styles.legend}>{t('letPass.howMany')}</legend>
        {[1, 2, 3].map((each, index) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={count === each}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => setCount(each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
    </FormDialog>
  );
}
