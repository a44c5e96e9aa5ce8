import { useState } from 'react';
import {
  type ButtonVerb,
  buttonVerbs,
  type CallButtons,
  usePressedButtons,
  withButton,
} from '../commands/call-buttons';
import { useTexts } from '../texts/use-texts';
import styles from './dialogs.module.css';

/** Changes what the buttons of the box on the desk do: choose the verb, then press the button once. */
export function CallButtonChoice(props: {
  readonly buttons: CallButtons;
  readonly onChange: (buttons: CallButtons) => void;
}) {
  const { buttons, onChange } = props;
  const { t } = useTexts();
  const [listening, setListening] = useState<ButtonVerb | null>(null);
  usePressedButtons((button) => {
    if (!listening) return;
    setListening(null);
    onChange(withButton(buttons, listening, button));
  });

  return (
    <section aria-labelledby="call-buttons">
      <h3 id="call-buttons" className={styles.heading}>
        {t('buttons.title')}
      </h3>
      <p className={styles.sentence}>{t('buttons.sentence')}</p>
      {buttonVerbs.map((verb) => (
        <div key={verb} className={styles.shortcut}>
          <span>{t(`shortcut.${verb}`)}</span>
          <button
            type="button"
            className={styles.keyButton}
            data-listening={listening === verb || undefined}
            aria-label={t('buttons.change', { verb: t(`shortcut.${verb}`) })}
            onClick={() => setListening(verb)}
            onBlur={() => setListening(null)}
          >
            {listening === verb
              ? t('buttons.press')
              : buttons[verb] === null
                ? t('buttons.none')
                : t('buttons.set')}
          </button>
        </div>
      ))}
    </section>
  );
}
