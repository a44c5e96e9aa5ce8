import { IconPlayerPause } from '@tabler/icons-react';
import type { ToldStop } from '../../electron/contract/standing';
import styles from './stops-line.module.css';
import { asSentence, t } from './texts';
import { useTurns } from './use-turns';

const secondsEach = 8;

/** What is stopped by hand, one after another: a quiet line under the header. */
export function StopsLine({ stops }: { readonly stops: readonly ToldStop[] }) {
  const stop = stops[useTurns(stops.length, secondsEach)];
  if (!stop) return null;
  return (
    <div className={styles.line} role="status">
      <IconPlayerPause aria-hidden="true" />
      <strong>{stop.of?.id ?? t('wholeHall')}</strong>
      <span>{[stop.cause, stop.reason].flatMap((each) => (each ? asSentence(each.id) : [])).join(' ')}</span>
    </div>
  );
}
