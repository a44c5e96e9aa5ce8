import type { HelpSnapshot } from '../contract/staff';
import { type Reach, reaches } from '../queue/reach';
import { deskView } from './desk-view';
import type { ViewContext } from './view-context';

/** Who calls for help at a desk within reach, the longest first: topic `help`. */
export function helpView(context: ViewContext, reach: Reach): HelpSnapshot {
  const calls = context.hall.counters
    .filter(({ id }) => reaches(reach, id))
    .flatMap((counter) => counter.desks)
    .flatMap(({ id }) => {
      const { label, counter, user, help } = deskView(context, id);
      return user && help
        ? [{ desk: { id: String(id), label }, counter: counter.name, officer: user, ...help }]
        : [];
    });
  return { calls: calls.sort((one, other) => Date.parse(one.since) - Date.parse(other.since)) };
}
