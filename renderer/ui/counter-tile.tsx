import { IconHourglassLow, IconUsers } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { MenuCounter } from '../../electron/contract/site';
import type { Texts } from '../i18n/kiosk-texts';
import styles from './counter-tile.module.css';
import { KioskHint } from './kiosk-hint';
import { OpeningIcon } from './opening-icon';
import { useFittedText } from './use-fitted-text';

const nameLevels = ['one', 'long', 'two', 'three', 'small', 'four'];

/** Cut where the two lines come out most alike, so that the box is no wider than its words. */
function inTwoLines(text: string): readonly string[] {
  const words = text.split(' ');
  const cuts = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const width = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
  return cuts.reduce((best, cut) => (width(cut) <= width(best) ? cut : best), [text]);
}

/** What a tile shows of a counter. */
export type TileCounter = Pick<
  MenuCounter,
  'code' | 'name' | 'hint' | 'group' | 'status' | 'state' | 'reason' | 'waiting' | 'servedToday'
>;

/** The attributes of the box that holds a tile: a button on the kiosk, a picture where it is edited. */
export function counterTileBox({ group, status }: Pick<TileCounter, 'group' | 'status'>) {
  return {
    className: styles.tile,
    'data-group': group,
    'data-shut': status !== 'open' || undefined,
  } as const;
}

/** A counter on the kiosk's first screen: its code, name, what for or that nobody serves, and how many wait or why it isn't open. */
export function CounterTile({
  counter,
  texts: { t, local },
  slow,
}: {
  readonly counter: TileCounter;
  readonly texts: Texts;
  /** A number was asked for here and isn't there yet. */
  readonly slow: boolean;
}) {
  const name = useFittedText<HTMLSpanElement>(nameLevels, { lines: true });
  const reason = counter.reason && local(counter.reason);
  const state = slow ? t('wait') : reason;
  const isDoubtful = counter.servedToday !== null && counter.servedToday.sentence !== null;
  // A counter may give numbers while nobody sits there, or more than it can serve: that goes before what it is for.
  const told = counter.status === 'open' ? (reason ?? (isDoubtful ? t('maybeNotToday') : null)) : null;
  return (
    <>
      <span
        className={styles.code}
        data-long={counter.code.length > 2 ? 'very' : counter.code.length > 1 || undefined}
      >
        <span className={styles.said} data-said>
          {t('counterCode')}
        </span>
        {counter.code}
      </span>
      <span className={styles.words} data-told={told !== null || undefined}>
        <span className={styles.name} ref={name}>
          {local(counter.name)}
        </span>
        {told === null ? (
          <KioskHint className={styles.hint} text={local(counter.hint)} />
        ) : (
          <span className={styles.told}>
            {reason ? (
              <OpeningIcon state={counter.state} className={styles.icon} />
            ) : (
              <IconHourglassLow className={styles.icon} stroke={2} aria-hidden="true" />
            )}
            {told}
          </span>
        )}
      </span>
      {counter.status === 'open' ? (
        <span className={styles.count}>
          {slow ? (
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
          <OpeningIcon state={counter.state} className={styles.icon} />
          <span className={styles.reason}>
            {/* With a space between, so that whoever only hears them hears two words. */}
            {state &&
              inTwoLines(state).map((line) => (
                <Fragment key={line}>
                  <span>{line}</span>{' '}
                </Fragment>
              ))}
          </span>
        </span>
      )}
    </>
  );
}
