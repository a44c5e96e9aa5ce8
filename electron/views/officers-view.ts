import type { Officer } from '../contract/staff';
import { type Reach, reachesService } from '../queue/reach';
import { desksWithin, deskViewWithin } from './desk-view';
import type { ViewContext } from './view-context';

/** Everybody who sits at a desk that serves something within reach, in the order of the menu: to send a visitor to. */
export function officersView(context: ViewContext, reach: Reach): Officer[] {
  return desksWithin(context.hall, reach).flatMap((desk) => {
    const { id, label, counter, serviceIds, user, pause } = deskViewWithin(context, desk.id, reach);
    const served = serviceIds.filter((each) => reachesService(context.hall, reach, Number(each)));
    return user
      ? [{ ...user, desk: { id, label }, counter, serviceIds: served, isResting: pause !== null }]
      : [];
  });
}
