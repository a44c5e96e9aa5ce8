import { useState } from 'react';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
import { ReasonField } from './reason-field';

const lengths = [5, 10, 15, 30, 60] as const;

/** Asks a supervisor for a break: why, and for how long. */
export function BreakDialog(props: {
  readonly usual: readonly string[];
  readonly onAsk: (asked: { readonly reason: string; readonly minutes: number }) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number>(15);
  const chosen = reason.trim();
  return (
    <FormDialog
      title={t('break.title')}
      confirm={t('break.confirm')}
      onSubmit={() => {
        if (chosen) props.onAsk({ reason: chosen, minutes });
      }}
      onClose={props.onClose}
    >
      <ReasonField
        label={t('pause.reason')}
        usual={props.usual}
        value={reason}
        isFirst
        onChange={setReason}
      />
      <fieldset className={styles.usual} aria-label={t('break.minutes')}>
        <legend className={styles.legend}>{t('break.minutes')}</legend>
        {lengths.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={minutes === each}
            onClick={() => setMinutes(each)}
          >
            {t('minutes.short', { minutes: each })}
          </button>
        ))}
      </fieldset>
    </FormDialog>
  );
}
