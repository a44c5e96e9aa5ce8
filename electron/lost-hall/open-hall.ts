import { join } from 'node:path';
import type { WhenLost } from '../config';
import type { Log } from '../log';
import { HallMemory } from '../store/hall-memory';
import { openStore, type Store } from '../store/store';
import { DatabaseLost } from '../store/store-errors';
import { copyElsewhere, HallLost, newestGoodCopy, wasHall } from './lost-hall';
import { clearPlace, forgetDamaged, restoreNewest } from './recover-hall';

export interface OpenedHall {
  readonly store: Store;
  /** The copy that took the place of a lost database at this start, or null. */
  readonly restored: string | null;
}

/**
 * Opens the database of a data directory; a new one is begun only where no hall was. `now` is milliseconds since 1970
 * UTC. Throws `HallLost`, with the copy that is offered, if the database is lost and nobody has chosen yet, and
 * otherwise as `openStore` does.
 */
export async function openHall(
  dataDir: string,
  { whenLost, now, log }: { readonly whenLost: WhenLost; readonly now: number; readonly log: Log },
): Promise<OpenedHall> {
  forgetDamaged(dataDir, now);
  const open = (mustBeThere: boolean) =>
    openStore(join(dataDir, 'antre.sqlite'), {
      wasHall: mustBeThere,
      memory: new HallMemory(dataDir),
      onDamage: (found) => log.error({ found }, 'the database is damaged; restore a backup of it'),
    });
  try {
    return { store: open(wasHall(dataDir)), restored: null };
  } catch (error) {
    if (!(error instanceof DatabaseLost)) throw error;
    if (whenLost === 'restore') {
      const { id } = await restoreNewest(dataDir, error, now);
      log.warn({ id, loss: error.loss }, 'a copy took the place of the lost database');
      return { store: open(true), restored: id };
    }
    if (whenLost === 'begin_anew') {
      clearPlace(dataDir, now);
      log.warn({ loss: error.loss }, 'a new hall begins in the place of a lost database');
      return { store: open(false), restored: null };
    }
    throw new HallLost(error, newestGoodCopy(dataDir, error), copyElsewhere(dataDir));
  }
}
