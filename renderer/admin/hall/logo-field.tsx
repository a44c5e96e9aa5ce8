import { Button } from '@mantine/core';
import { useId } from 'react';
import { HallSign } from '../../ui/hall-sign';
import fields from '../edit/fields.module.css';
import { OwnPictureButton } from '../edit/own-picture-button';
import { useTexts } from '../texts';
import styles from './logo-field.module.css';

/** The hall's sign as it stands on the kiosk's band, to be sent, replaced or taken away. */
export function LogoField(props: {
  readonly label: string;
  readonly logo: string | null;
  readonly help: string;
  readonly readOnly: boolean;
  /** The name under which it is kept, and what was sent. */
  readonly onKept: (name: string, file: Blob) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTexts();
  const label = useId();
  return (
    <fieldset className={styles.field} aria-labelledby={label}>
      <span className={styles.band}>
        <HallSign logo={props.logo} className={styles.sign} />
      </span>
      <div>
        <p id={label} className={fields.legend}>
          {props.label}
        </p>
        <p className={fields.help}>{props.help}</p>
      </div>
      {!props.readOnly && (
        <div className={styles.buttons}>
          <OwnPictureButton
            use="logo"
            label={t(props.logo === null ? 'ticket.logo.add' : 'ticket.logo.replace')}
            onKept={props.onKept}
          />
          {props.logo !== null && (
            <Button variant="default" onClick={props.onRemove}>
              {t('ticket.logo.remove')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
