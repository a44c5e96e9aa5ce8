import type { Officer } from '../contract/staff';
import { type Reach, reaches } from '../queue/reach';
import { deskView } from './desk-view';
import type { ViewContext } from './view-context';

/** Everybody who sits at a desk within reach, in the order of the menu: to send a visitor to. */
export function officersView(context: ViewContext, reach: Reach): Officer[] {
  return context.hall.counters
    .filter(({ id }) => reaches(reach, id))
    .flatMap((counter) => counter.desks.map(({ id }) => deskView(context, id)))
    .flatMap(({ id, label, counter, serviceIds, user, pause }) =>
      user ? [{ ...user, desk: { id, label }, counter, serviceIds, isResting: pause !== null }] : [],
    );
}
