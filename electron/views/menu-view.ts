import { priorities } from '../contract/priorities';
import type { MenuCounter } from '../contract/site';
import { counterOpening, type Opening } from '../queue/opening';
import { goesFirst } from '../queue/own-rules';
import { estimateForNext, waitingFor } from './line';
import { openingFields, openingOf } from './opening-view';
import type { ViewContext } from './view-context';

const withoutServices: Opening = { status: 'closed', opensAt: null, quotaLeft: null };

/** The kiosk's menu: `GET /counters`, topic `counters`. */
export function menuView(context: ViewContext): MenuCounter[] {
  return context.hall.counters.map((counter) => {
    const services = counter.services.map((service) => {
      const opening = openingOf(context, service);
      return {
        opening,
        view: {
          id: String(service.id),
          name: service.name,
          documents: service.documents,
          priorities: priorities.filter((each) => goesFirst(service, each)),
          ...openingFields(context, opening),
          quotaLeft: opening.quotaLeft,
          waiting: waitingFor(context, service.id),
          estimate: estimateForNext(context, service.id),
        },
      };
    });
    const opening = counterOpening(services.map((service) => service.opening)) ?? withoutServices;
    return {
      id: String(counter.id),
      code: counter.code,
      name: counter.name,
      hint: counter.hint,
      agency: counter.agency,
      group: counter.group,
      icon: counter.icon,
      zone: counter.zone,
      ...openingFields(context, opening),
      waiting: services.reduce((sum, { view }) => sum + view.waiting, 0),
      desks: counter.desks.map((desk) => desk.label),
      services: services.map(({ view }) => view),
    };
  });
}
