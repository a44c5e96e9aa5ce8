import { Radio } from '@mantine/core';
import { type Place, places } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** The place in the line that a ticket is sent to. */
export function PlaceChoice(props: { readonly place: Place; readonly onChoose: (place: Place) => void }) {
  const { t } = useTexts();
  return (
    <Radio.Group
      label={t('transfer.place')}
      value={props.place}
      onChange={(value) => props.onChoose(value as Place)}
    >
      <div className={styles.radios}>
        {places.map((each) => (
          <Radio key={each} value={each} label={t(`place.${each}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
