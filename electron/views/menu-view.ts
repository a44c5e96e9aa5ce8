import { priorities } from '../contract/priorities';
import type { MenuCounter, MenuService } from '../contract/site';
import { counterOpening } from '../queue/opening';
import { goesFirst } from '../queue/overrides';
import type { HallCounter } from '../store/hall';
import { oneLineOf } from '../store/wait-now';
import { waitingFor } from './line';
import { openingOf, standingView } from './opening-view';
import { isStandardShown } from './standards/standards';
import type { ViewContext } from './view-context';
import { untoldWait, waitOfNext } from './wait-view';

/** The kiosk's menu: `GET /counters`, topic `counters`. */
export function menuView(context: ViewContext): MenuCounter[] {
  return context.hall.counters.map((counter) => {
    const openings = counter.services.map((service) => ({ service, ...openingOf(context, service) }));
    const services = openings.map(({ service, ...opening }) => ({
      id: String(service.id),
      name: service.name,
      documents: service.documents,
      hasStandard: isStandardShown(context.hall, service.id, 'kiosk'),
      priorities: priorities.filter((each) => goesFirst(service, each)),
      ...standingView(context, opening),
      quotaLeft: opening.quotaLeft,
      waiting: waitingFor(context, service.id),
      // Of a stop by hand nobody knows when it ends.
      ...(opening.state === 'stopped' ? untoldWait : waitOfNext(context, service)),
    }));
    return {
      id: String(counter.id),
      code: counter.code,
      name: counter.name,
      hint: counter.hint,
      agency: counter.agency,
      group: counter.group,
      icon: counter.icon,
      zone: counter.zone,
      ...standingView(context, counterOpening(openings)),
      waiting: services.reduce((sum, { waiting }) => sum + waiting, 0),
      servedToday: bestChance(services),
      line: sharedLine(context, counter, services),
      desks: counter.desks.map((desk) => desk.label),
      services,
    };
  });
}

/** One wait where there is one line. It is that of the first service that gives numbers. */
function sharedLine(
  context: ViewContext,
  counter: HallCounter,
  services: readonly MenuService[],
): MenuCounter['line'] {
  const serviceIds = oneLineOf(context.reader, context.hall, counter);
  if (serviceIds === null) return null;
  const { estimate, calledAround } = services.find(({ status }) => status === 'open') ?? untoldWait;
  return {
    waiting: serviceIds.reduce((sum, id) => sum + waitingFor(context, id), 0),
    estimate,
    calledAround,
  };
}

function bestChance(services: readonly MenuService[]): MenuCounter['servedToday'] {
  const open = services.filter(({ status }) => status === 'open');
  // One of which nothing is known may well be served.
  if (open.some(({ servedToday }) => servedToday === null)) return null;
  return open.reduce<MenuCounter['servedToday']>(
    (best, { servedToday }) =>
      servedToday && servedToday.chance > (best?.chance ?? -1) ? servedToday : best,
    null,
  );
}
