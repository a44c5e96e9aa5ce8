import { useState } from 'react';
import {
  type ButtonVerb,
  buttonVerbs,
  type CallButtons,
  usePressedButtons,
  withButton,
} from '../../client/call-buttons';
import { useDevices } from '../commands/use-devices';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** Changes what the buttons of the box on the desk do: choose the verb, then press the button once. */
export function CallButtonChoice(props: {
  readonly buttons: CallButtons;
  readonly onChange: (buttons: CallButtons) => void;
}) {
  const { buttons, onChange } = props;
  const { t } = useTexts();
  const devices = useDevices();
  const [listening, setListening] = useState<ButtonVerb | null>(null);
  /** The verb that lost its button to another one by the last press. */
  const [moved, setMoved] = useState<{ readonly from: ButtonVerb; readonly to: ButtonVerb } | null>(null);
  usePressedButtons((button) => {
    if (!listening) return;
    const from = buttonVerbs.find((verb) => verb !== listening && buttons[verb] === button);
    setListening(null);
    setMoved(from ? { from, to: listening } : null);
    onChange(withButton(buttons, listening, button));
  });
  const name = (verb: ButtonVerb) => t(`shortcut.${verb}`);

  return (
    <section aria-labelledby="call-buttons">
      <h3 id="call-buttons" className={styles.heading}>
        {t('buttons.title')}
      </h3>
      <p className={styles.sentence} role="status">
        {devices?.buttonBoxes.length === 0
          ? t('buttons.noBox')
          : moved
            ? t('buttons.moved', { from: name(moved.from), to: name(moved.to) })
            : t('buttons.sentence')}
      </p>
      {buttonVerbs.map((verb) => (
        <div key={verb} className={styles.shortcut}>
          <span>{name(verb)}</span>
          {buttons[verb] !== null && (
            <button
              type="button"
              className={styles.clear}
              aria-label={t('buttons.clear', { verb: name(verb) })}
              onClick={() => {
                setMoved(null);
                onChange(withButton(buttons, verb, null));
              }}
            >
              {t('buttons.clearShort')}
            </button>
          )}
          <button
            type="button"
            className={styles.keyButton}
            data-listening={listening === verb || undefined}
            aria-label={t('buttons.change', { verb: name(verb) })}
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
