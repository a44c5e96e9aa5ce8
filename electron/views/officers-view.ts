import type { Officer } from '../contract/staff';
import { deskView } from './desk-view';
import type { ViewContext } from './view-context';

/** Everybody who sits at a desk, in the order of the menu: to send a visitor to. */
export function officersView(context: ViewContext): Officer[] {
  return context.hall.counters
    .flatMap((counter) => counter.desks.map(({ id }) => deskView(context, id)))
    .flatMap(({ id, label, counter, serviceIds, user, pause }) =>
      user ? [{ ...user, desk: { id, label }, counter, serviceIds, isResting: pause !== null }] : [],
    );
}
