import { useState } from 'react';
import { counterIcons } from '../../../electron/contract/counter-icons';
import { isOwnPicture } from '../../../electron/contract/picture-addresses';
import { CounterIcon } from '../../ui/counter-icon';
import fields from '../edit/fields.module.css';
import { OwnPictureButton } from '../edit/own-picture-button';
import { useTexts } from '../texts';
import styles from './icon-choice.module.css';

/** A counter's picture, chosen by looking, or sent; the arrow keys go from one to the next. */
export function IconChoice(props: {
  readonly label: string;
  readonly help: string | undefined;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (icon: string) => void;
}) {
  const { t } = useTexts();
  // Stays to be chosen again after another was looked at.
  const [own, setOwn] = useState(isOwnPicture(props.value) ? props.value : null);
  const choice = (icon: string, name: string) => (
    <label key={icon} className={styles.icon} data-chosen={props.value === icon || undefined} title={name}>
      <input
        type="radio"
        name="counter-icon"
        aria-label={name}
        disabled={props.readOnly}
        checked={props.value === icon}
        onChange={() => props.onChange(icon)}
      />
      <CounterIcon name={icon} size={26} />
    </label>
  );
  return (
    <fieldset className={styles.icons}>
      <legend className={fields.legend}>{props.label}</legend>
      <p className={fields.help}>{props.help}</p>
      {counterIcons.map((icon) => choice(icon, t(`icon.${icon}`)))}
      {own !== null && choice(own, t('counters.icon.own'))}
      {!props.readOnly && (
        <OwnPictureButton
          use="icon"
          label={t(own === null ? 'counters.icon.send' : 'counters.icon.replace')}
          onKept={(name) => {
            setOwn(name);
            props.onChange(name);
          }}
        />
      )}
    </fieldset>
  );
}
