import { Button } from '@mantine/core';
import { IconKeyboard, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import {
  isPadKey,
  type SpokenKeyName,
  type SpokenKeys,
  spokenKeyNames,
} from '../../../electron/contract/spoken-key-names';
import { usePressedButtons } from '../../client/call-buttons';
import type { ControlProps } from '../edit/field-row';
import panels from '../edit/panels.module.css';
import type { SettingsFields } from '../edit/setting-rows';
import { useTexts } from '../texts';
import styles from './pad-keys.module.css';

/** What was learnt by the last press. */
type Learnt =
  | { readonly kind: 'moved'; readonly from: SpokenKeyName; readonly to: SpokenKeyName }
  | { readonly kind: 'unfit'; readonly code: string };

/** The keys of the pads at kiosks: choose what a key is for, then press it once; for the headset, plug it in or out. */
export function PadKeysControl(props: ControlProps<SettingsFields, SpokenKeys>) {
  const { label, help, value, readOnly, onChange } = props;
  const { t } = useTexts();
  const [listening, setListening] = useState<SpokenKeyName | null>(null);
  const [learnt, setLearnt] = useState<Learnt | null>(null);
  const name = (key: SpokenKeyName) => t(`kiosk.key.${key}`);
  const press = (code: string) => {
    if (listening === null) return;
    setListening(null);
    if (!isPadKey(code)) return setLearnt({ kind: 'unfit', code });
    const from = spokenKeyNames.find((key) => key !== listening && value[key] === code);
    setLearnt(from ? { kind: 'moved', from, to: listening } : null);
    onChange({ ...value, ...(from ? { [from]: null } : {}), [listening]: code });
  };
  const pressKey = useEffectEvent(press);
  // A pad that is no keyboard is heard by Antre's own window alone.
  usePressedButtons(press);
  useEffect(() => {
    if (listening === null) return;
    const pressed = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) pressKey(event.code || event.key);
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [listening]);
  const sentence = () => {
    if (learnt?.kind === 'moved')
      return t('kiosk.key.moved', { from: name(learnt.from), to: name(learnt.to) });
    return learnt ? t('kiosk.key.unfit', { key: learnt.code }) : help;
  };

  return (
    <section className={styles.pad} aria-label={label}>
      <h2>{label}</h2>
      <p className={learnt ? panels.warning : panels.help} role="status">
        {sentence()}
      </p>
      {props.faults[''] && <p className={panels.warning}>{props.faults['']}</p>}
      <ul className={styles.keys}>
        {spokenKeyNames.map((key) => (
          <li key={key}>
            <span>{name(key)}</span>
            <code>{value[key] ?? t('kiosk.key.none')}</code>
            {!readOnly && (
              <>
                <Button
                  variant={listening === key ? 'filled' : 'default'}
                  size="sm"
                  leftSection={<IconKeyboard size={18} aria-hidden />}
                  aria-label={t('kiosk.key.set', { name: name(key) })}
                  onClick={() => setListening(key)}
                  onBlur={() => setListening(null)}
                >
                  {t(listening === key ? 'kiosk.key.listening' : 'kiosk.key.press')}
                </Button>
                <Button
                  variant="subtle"
                  size="sm"
                  disabled={value[key] === null}
                  aria-label={t('kiosk.key.clear', { name: name(key) })}
                  onClick={() => {
                    setLearnt(null);
                    onChange({ ...value, [key]: null });
                  }}
                >
                  <IconX size={18} aria-hidden />
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
