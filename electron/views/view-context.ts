import type { Clock } from '../clock';
import { businessDateAt } from '../store/business-date';
import type { Hall } from '../store/hall';
import type { Reader } from '../store/store';

/**
 * What every view is made from: the store as it stands, the configuration, and the moment it is seen. One context
 * is one moment: views of the same context share what they read, so make a new one after each change.
 */
export interface ViewContext {
  readonly reader: Reader;
  readonly hall: Hall;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly businessDate: string;
}

/** The store as it stands now, to make views of. */
export function lookAt({
  store,
  clock,
  hall: readHall,
}: {
  readonly store: Reader;
  readonly clock: Pick<Clock, 'now'>;
  readonly hall: () => Hall;
}): ViewContext {
  const now = clock.now();
  const hall = readHall();
  return { reader: store, hall, now, businessDate: businessDateAt(store, now, hall.settings.timezone) };
}

/** Makes a read that is done at most once for a context, however many views of it ask. */
export function onceFor<Result>(read: (context: ViewContext) => Result): (context: ViewContext) => Result {
  const results = new WeakMap<ViewContext, { readonly result: Result }>();
  return (context) => {
    let known = results.get(context);
    if (!known) {
      known = { result: read(context) };
      results.set(context, known);
    }
    return known.result;
  };
}
