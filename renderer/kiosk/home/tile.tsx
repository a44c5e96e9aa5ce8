import type { MenuCounter } from '../../../electron/contract/site';
import { CounterTile, counterTileBox } from '../../ui/counter-tile';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';

/** A counter's tile on the home screen, to be pressed. */
export function Tile({
  counter,
  asking,
  onPress,
}: {
  readonly counter: MenuCounter;
  /** A number is being asked for at this tile; `slow` says so in the tile. */
  readonly asking: 'no' | 'yes' | 'slow';
  readonly onPress: () => void;
}) {
  const texts = useTexts();
  return (
    <PressButton
      {...counterTileBox(counter)}
      data-testid={`counter-${counter.code}`}
      busy={asking !== 'no'}
      onPress={onPress}
    >
      <CounterTile counter={counter} texts={texts} slow={asking === 'slow'} />
    </PressButton>
  );
}
