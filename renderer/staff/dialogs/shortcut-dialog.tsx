import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import {
  defaultShortcuts,
  keyLabel,
  mayBeShortcut,
  type Shortcuts,
  type ShortcutVerb,
  shortcutVerbs,
} from '../commands/shortcuts';
import { Key } from '../console/key';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** Changes which key does what: press a verb's button, then the new key. */
export function ShortcutDialog(props: {
  readonly shortcuts: Shortcuts;
  readonly onChange: (shortcuts: Shortcuts) => void;
  readonly onClose: () => void;
  /** What else at this desk can be set. */
  readonly children?: ReactNode;
}) {
  const { shortcuts, onChange, onClose, children } = props;
  const { t } = useTexts();
  const [listening, setListening] = useState<ShortcutVerb | null>(null);
  const [error, setError] = useState<string | null>(null);

  // Some browsers click at the release of the space bar even where its press was taken.
  const taken = useRef(false);

  const listen = (event: KeyboardEvent) => {
    taken.current = listening !== null;
    if (!listening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const { code } = event;
    setListening(null);
    if (event.key === 'Escape') return setError(null);
    if (!mayBeShortcut(code)) return setError(t('shortcuts.reserved'));
    const other = shortcutVerbs.find((verb) => verb !== listening && shortcuts[verb] === code);
    if (other) return setError(t('shortcuts.taken', { verb: t(`shortcut.${other}`) }));
    setError(null);
    onChange({ ...shortcuts, [listening]: code });
  };

  return (
    <Modal
      opened
      {...(children ? { size: 880 } : {})}
      onClose={onClose}
      closeOnEscape={listening === null}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.settings}>
        <section aria-labelledby="shortcut-keys">
          <h3 id="shortcut-keys" className={styles.heading}>
            {t('shortcuts.keyboard')}
          </h3>
          <p className={styles.sentence}>{t('shortcuts.sentence')}</p>
          {shortcutVerbs.map((verb) => (
            <div key={verb} className={styles.shortcut}>
              <span>{t(`shortcut.${verb}`)}</span>
              <button
                type="button"
                className={styles.keyButton}
                data-listening={listening === verb || undefined}
                aria-label={t('shortcuts.change', {
                  verb: t(`shortcut.${verb}`),
                  key: keyLabel(shortcuts[verb], t('key.space')),
                })}
                onClick={() => {
                  if (listening !== verb) setListening(verb);
                }}
                onKeyDown={listen}
                onKeyUp={(event) => taken.current && event.preventDefault()}
                onBlur={() => setListening(null)}
              >
                {listening === verb ? (
                  t('shortcuts.press')
                ) : (
                  <Key label={keyLabel(shortcuts[verb], t('key.space'))} />
                )}
              </button>
            </div>
          ))}
          {error && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
        </section>
        {children}
      </div>
      <footer className={styles.foot}>
        <Button variant="default" onClick={() => onChange(defaultShortcuts)}>
          {t('shortcuts.usual')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </footer>
    </Modal>
  );
}
