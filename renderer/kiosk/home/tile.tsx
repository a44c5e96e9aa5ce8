import { IconUsers } from '@tabler/icons-react';
import type { MenuCounter } from '../../../electron/contract/site';
import { Hint } from '../hint';
import { OpeningIcon } from '../opening-icon';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { useFittedText } from '../use-fitted-text';
import styles from './tile.module.css';

const nameLevels = ['one', 'long', 'two'];

/** Cut where the two lines come out most alike, so that the box is no wider than its words. */
function inTwoLines(text: string): readonly string[] {
  const words = text.split(' ');
  const cuts = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const width = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
  return cuts.reduce((best, cut) => (width(cut) <= width(best) ? cut : best), [text]);
}

/** A counter on the home screen: its code, name, what for, and how many wait or why it isn't open. */
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
  const { t, local } = useTexts();
  const name = useFittedText<HTMLSpanElement>(nameLevels);
  const state = asking === 'slow' ? t('wait') : counter.reason && local(counter.reason);
  return (
    <PressButton
      className={styles.tile}
      data-group={counter.group}
      data-shut={counter.status !== 'open' || undefined}
      data-testid={`counter-${counter.code}`}
      busy={asking !== 'no'}
      onPress={onPress}
    >
      <span className={styles.code} data-long={counter.code.length > 1 || undefined}>
        <span className={styles.said} data-said>
          {t('counterCode')}
        </span>
        {counter.code}
      </span>
      <span className={styles.words}>
        <span className={styles.name} ref={name}>
          {local(counter.name)}
        </span>
        <Hint className={styles.hint} text={local(counter.hint)} />
      </span>
      {counter.status === 'open' ? (
        <span className={styles.count}>
          {asking === 'slow' ? (
            state
          ) : (
            <>
              <IconUsers className={styles.icon} stroke={2} aria-hidden="true" />
              <span className={styles.number}>{counter.waiting}</span>
              <span className={styles.waiting}>
                <span className={styles.said} data-said>
                  {t('peopleWaiting')}
                </span>
              </span>
              <span className={styles.people}>{t('people', { count: counter.waiting })}</span>
            </>
          )}
        </span>
      ) : (
        <span className={styles.state}>
          <OpeningIcon status={counter.status} className={styles.icon} />
          <span className={styles.reason}>
            {state && inTwoLines(state).map((line) => <span key={line}>{line}</span>)}
          </span>
        </span>
      )}
    </PressButton>
  );
}
