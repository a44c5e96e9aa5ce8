import { useEffect, useRef } from 'react';
import styles from './idle-question.module.css';
import { PressButton } from './press-button';
import { useTexts } from './texts';

/** Asks whether somebody is still there, before the screen goes back to its start. Any touch is an answer. */
export function IdleQuestion({ left }: { readonly left: number }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.veil}>
      <div
        className={styles.question}
        ref={dialog}
        role="alertdialog"
        aria-labelledby="idle-question"
        aria-describedby="idle-note"
      >
        <h1 id="idle-question">{t('idle')}</h1>
        <p id="idle-note">{t('idleNote', { count: left })}</p>
        {/* The touch itself is what counts as being there (use-idle). */}
        <PressButton className={styles.stay} onPress={() => undefined}>
          {t('stay')}
        </PressButton>
      </div>
    </div>
  );
}
