import { NativeSelect } from '@mantine/core';
import { useTexts } from '../texts';
import { keepPlace, type PaperPlace } from './paper-place';

/** Where papers come out; nothing to choose where there is one place. */
export function PaperPlaceChoice(props: {
  readonly places: readonly PaperPlace[];
  readonly chosen: string | undefined;
  readonly onChoose: (kioskId: string) => void;
}) {
  const { t } = useTexts();
  if (props.places.length < 2) return null;
  return (
    <NativeSelect
      label={t('paper.at')}
      value={props.chosen}
      data={props.places.map(({ kioskId, name }) => ({ value: kioskId, label: name }))}
      onChange={({ currentTarget }) => {
        keepPlace(currentTarget.value);
        props.onChoose(currentTarget.value);
      }}
    />
  );
}
