import { importClosureList, readClosureList } from '../../actions/admin/closure-list';
import { changeClosure, makeClosure, removeClosure } from '../../actions/admin/closures';
import { archiveCounter, changeCounter, makeCounter } from '../../actions/admin/counters';
import { archiveDesk, changeDesk, makeDesk } from '../../actions/admin/desks';
import { changeHours, makeHours, removeHours } from '../../actions/admin/hours';
import { renameInstitution } from '../../actions/admin/institutions';
import { archiveService, changeService, makeService } from '../../actions/admin/services';
import type { RouteName } from '../../contract/routes';
import { type Reach, reaches, reachesAny } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { findCounter, listCounters } from '../../views/admin/counters';
import { dayView } from '../../views/admin/day-view';
import { findDesk, listDesks } from '../../views/admin/desks';
import { hallTodayView } from '../../views/admin/hall-today';
import { findClosure, findHours, listClosures, listHours } from '../../views/admin/opening-times';
import { findService, listServices } from '../../views/admin/services';
import { isScopeWithin } from '../../views/admin/within-reach';
import { edited, found, made, removed } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** The hall's collections: counters, services, desks, hours, closures, and what a day comes to. */
export const adminHallRoutes = {
  adminCounters: ({ look, query, reach }) => ({
    status: 200,
    body: listCounters(look().reader, query.archived === 'true').filter(({ id }) =>
      reaches(reach, Number(id)),
    ),
  }),
  adminCounter: ({ look, params }) => ({
    status: 200,
    body: found(findCounter(look().reader, Number(params.id))),
  }),
  makeCounter: ({ act, body }) =>
    act((context) => made('counter', findCounter(context.transaction, makeCounter(context, body)))),
  changeCounter: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findCounter(context.transaction, Number(params.id)),
        () => changeCounter(context, Number(params.id), body),
      ),
    ),
  archiveCounter: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findCounter(context.transaction, Number(params.id)),
        () => archiveCounter(context, Number(params.id)),
      ),
    ),

  adminServices: ({ look, query, reach }) => ({
    status: 200,
    body: listServices(look().reader, query.archived === 'true').filter(isOfCounterIn(reach)),
  }),
  adminService: ({ look, params, reach }) => ({
    status: 200,
    body: reached(reach, found(findService(look().reader, Number(params.id)))),
  }),
  makeService: ({ act, body }) =>
    act((context) => made('service', findService(context.transaction, makeService(context, body)))),
  changeService: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findService(context.transaction, Number(params.id)),
        () => changeService(context, Number(params.id), body),
      ),
    ),
  archiveService: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findService(context.transaction, Number(params.id)),
        () => archiveService(context, Number(params.id)),
      ),
    ),

  adminDesks: ({ look, query, reach }) => ({
    status: 200,
    body: listDesks(look().reader, query.archived === 'true').filter(isOfCounterIn(reach)),
  }),
  adminDesk: ({ look, params, reach }) => ({
    status: 200,
    body: reached(reach, found(findDesk(look().reader, Number(params.id)))),
  }),
  makeDesk: ({ act, body }) =>
    act((context) => made('desk', findDesk(context.transaction, makeDesk(context, body)))),
  changeDesk: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findDesk(context.transaction, Number(params.id)),
        () => changeDesk(context, Number(params.id), body),
      ),
    ),
  archiveDesk: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findDesk(context.transaction, Number(params.id)),
        () => archiveDesk(context, Number(params.id)),
      ),
    ),

  adminHours: ({ look, reach }) => {
    const { reader, hall } = look();
    return { status: 200, body: listHours(reader).filter(({ scope }) => isScopeWithin(hall, reach, scope)) };
  },
  adminHoursOf: ({ look, params, reach }) => {
    const { reader, hall } = look();
    return { status: 200, body: inScope(hall, reach, found(findHours(reader, Number(params.id)))) };
  },
  makeHours: ({ act, body }) =>
    act((context) => made('hour', findHours(context.transaction, makeHours(context, body)))),
  changeHours: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findHours(context.transaction, Number(params.id)),
        () => changeHours(context, Number(params.id), body),
      ),
    ),
  removeHours: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findHours(context.transaction, Number(params.id)),
        () => removeHours(context, Number(params.id)),
      ),
    ),

  adminClosures: ({ look, reach }) => {
    const { reader, hall } = look();
    return {
      status: 200,
      body: listClosures(reader).filter(({ scope }) => isScopeWithin(hall, reach, scope)),
    };
  },
  adminClosure: ({ look, params, reach }) => {
    const { reader, hall } = look();
    return { status: 200, body: inScope(hall, reach, found(findClosure(reader, Number(params.id)))) };
  },
  makeClosure: ({ act, body }) =>
    act((context) => made('closure', findClosure(context.transaction, makeClosure(context, body)))),
  changeClosure: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findClosure(context.transaction, Number(params.id)),
        () => changeClosure(context, Number(params.id), body),
      ),
    ),
  removeClosure: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findClosure(context.transaction, Number(params.id)),
        () => removeClosure(context, Number(params.id)),
      ),
    ),

  previewClosureList: ({ look, body }) => {
    const { days, faults } = readClosureList(look(), body.scope, body.text);
    return { status: 200, body: { days: [...days], faults: [...faults] } };
  },
  importClosureList: ({ act, body }) =>
    act((context) => {
      const answer = importClosureList(context, body);
      return { status: 201, body: answer, edit: { subject: 'closures', after: answer } };
    }),

  renameInstitution: ({ act, body }) =>
    act((context) => {
      const { name, counterIds } = renameInstitution(context, body);
      const edit = { before: { agency: body.from }, after: { agency: name } };
      return { status: 200, body: { name, counterIds: counterIds.map(String) }, edit };
    }),

  hallToday: ({ look, reach }) => ({ status: 200, body: hallTodayView(look(), reach) }),
  adminDay: ({ look, query, reach }) => ({ status: 200, body: dayView(look(), query, reach) }),
} satisfies Partial<Handlers<RouteName>>;

/** What is a counter's, or of a desk those of all counters that it serves. */
interface OfCounters {
  readonly counterId: string;
  readonly otherCounterIds?: readonly string[];
}

const isOfCounterIn =
  (reach: Reach) =>
  ({ counterId, otherCounterIds = [] }: OfCounters) =>
    reachesAny(reach, [counterId, ...otherCounterIds].map(Number));

/** What is of a counter within reach. Throws `Refusal('not_your_counter')`. */
function reached<Row extends OfCounters>(reach: Reach, row: Row): Row {
  if (!isOfCounterIn(reach)(row)) throw new Refusal('not_your_counter');
  return row;
}

/** Hours or closures that concern what is within reach. Throws `Refusal('not_your_counter')`. */
function inScope<Row extends { readonly scope: string }>(hall: Hall, reach: Reach, row: Row): Row {
  if (!isScopeWithin(hall, reach, row.scope)) throw new Refusal('not_your_counter');
  return row;
}
