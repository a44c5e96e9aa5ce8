import type { HelpSnapshot } from '../contract/staff';
import type { Reach } from '../queue/reach';
import { desksWithin, deskViewWithin } from './desk-view';
import type { ViewContext } from './view-context';

/** Who calls for help at a desk within reach, the longest first: topic `help`. */
export function helpView(context: ViewContext, reach: Reach): HelpSnapshot {
  const calls = desksWithin(context.hall, reach).flatMap(({ id }) => {
    const { label, counter, user, help } = deskViewWithin(context, id, reach);
    return user && help
      ? [{ desk: { id: String(id), label }, counter: counter.name, officer: user, ...help }]
      : [];
  });
  return { calls: calls.sort((one, other) => Date.parse(one.since) - Date.parse(other.since)) };
}
