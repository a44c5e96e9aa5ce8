import { onTestFinished } from 'vitest';
import { HeavyWork } from '../../electron/heavy/heavy-work';
import { createLog } from '../../electron/log';
import type { TestHall } from './test-hall';

const log = createLog('silent');

/** Heavy work for a hall's database, in a process of its own; it ends when the test has finished. */
export function heavyWorkOf(
  { store, time }: Pick<TestHall, 'store' | 'time'>,
  limits?: ConstructorParameters<typeof HeavyWork>[1],
): HeavyWork {
  const work = new HeavyWork({ file: store.file, clock: time, log }, limits);
  onTestFinished(() => work.stop());
  return work;
}
