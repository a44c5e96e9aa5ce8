import { reaches, reachesAny, reachesService } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { mayDo, type TicketVerb } from '../../queue/transitions';
import { type DeskState, readDeskState } from '../../store/desks';
import { deskServices } from '../../store/desks-serving';
import type { HallDesk, HallService } from '../../store/hall';
import { desksNow } from '../../store/kept-desks';
import { readTicket, readTicketAtDesk, type TicketAtStep } from '../../store/tickets';
import type { ActionContext, Actor } from '../action';

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** A desk as configured, and as it stands. */
export interface Desk {
  readonly hall: HallDesk;
  readonly state: DeskState;
}

/** Refuses everybody but staff: `forbidden`. */
export function requireUser({ actor }: ActionContext): UserActor {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor;
}

/** Refuses everybody but supervisors and admins: `forbidden`. */
export function requireSupervisor(context: ActionContext): UserActor {
  const user = requireUser(context);
  if (user.role === 'staff') throw new Refusal('forbidden');
  return user;
}

/** Refuses a counter out of the user's reach: `not_your_counter`. */
export function requireCounter({ counterIds }: Pick<UserActor, 'counterIds'>, counterId: number): void {
  if (!reaches(counterIds, counterId)) throw new Refusal('not_your_counter');
}

/** Refuses a desk none of whose counters is within the user's reach: `not_your_counter`. */
function requireDeskWithin({ counterIds }: Pick<UserActor, 'counterIds'>, desk: HallDesk): void {
  if (!reachesAny(counterIds, desk.counterIds)) throw new Refusal('not_your_counter');
}

/** Refuses those who don't reach the whole hall: `whole_hall_only`. */
export function requireWholeHall({ counterIds }: Pick<UserActor, 'counterIds'>): void {
  if (counterIds !== null) throw new Refusal('whole_hall_only');
}

/** A desk that this user may use: one of its counters is theirs. Refuses `not_found`, `not_your_counter`. */
export function findDesk(context: ActionContext, user: UserActor, deskId: number): Desk {
  const hall = context.hall.desk.get(deskId);
  const state = readDeskState(context.transaction, deskId);
  if (!hall || !state) throw new Refusal('not_found');
  requireDeskWithin(user, hall);
  return { hall, state };
}

/**
 * A desk whose officer this supervisor is there for. Of a desk of several counters that is who serves something within the
 * supervisor's reach, as they are told of (`deskViewWithin`). Refuses `not_found`, `not_your_counter`.
 */
export function findSupervisedDesk(context: ActionContext, user: UserActor, deskId: number): Desk {
  const desk = findDesk(context, user, deskId);
  if (desk.hall.counterIds.length === 1 || desk.state.userId === user.userId) return desk;
  const officer = desksNow(context.transaction).get(deskId)?.user;
  const isTheirs = deskServices(context.hall, desk.hall, officer).some((id) =>
    reachesService(context.hall, user.counterIds, id),
  );
  if (!isTheirs) throw new Refusal('not_your_counter');
  return desk;
}

/** The desk at which this user serves now. Refuses `not_found`, `not_your_counter`, `desk_not_taken`. */
export function findOwnDesk(context: ActionContext, user: UserActor, deskId: number): Desk {
  const desk = findDesk(context, user, deskId);
  if (desk.state.userId !== user.userId) throw new Refusal('desk_not_taken');
  return desk;
}

/** A desk where this user serves, that isn't paused: refuses `desk_paused` besides. */
export function findWorkingDesk(context: ActionContext, user: UserActor, deskId: number): Desk {
  const desk = findOwnDesk(context, user, deskId);
  if (desk.state.pausedAt !== null) throw new Refusal('desk_paused');
  return desk;
}

/** Refuses `desk_busy` while a ticket is called or served at the desk. */
export function requireFree(context: ActionContext, deskId: number): void {
  if (readTicketAtDesk(context.transaction, deskId)) throw new Refusal('desk_busy');
}

/**
 * The ticket at a working desk of the user's, ready for a verb.
 * Refuses as `findWorkingDesk`, `not_your_counter` for a ticket of a counter out of reach, and `illegal_transition` where
 * there's none or the verb doesn't fit its state.
 */
export function findTicketAtDesk(
  context: ActionContext,
  deskId: number,
  verb: TicketVerb,
): { readonly user: UserActor; readonly desk: Desk; readonly ticket: TicketAtStep } {
  const user = requireUser(context);
  const desk = findWorkingDesk(context, user, deskId);
  const ticket = readTicketAtDesk(context.transaction, deskId);
  if (ticket) requireCounter(user, ticket.counterId);
  if (!ticket || !mayDo(verb, ticket, context.businessDate)) throw new Refusal('illegal_transition');
  return { user, desk, ticket };
}

/**
 * A ticket by its id, ready for a verb. Refuses `not_found`, `not_your_counter`, and
 * `illegal_transition`.
 */
export function findTicket(
  context: ActionContext,
  user: UserActor,
  ticketId: number,
  verb: TicketVerb,
): TicketAtStep {
  const ticket = readTicket(context.transaction, ticketId);
  if (!ticket) throw new Refusal('not_found');
  requireCounter(user, ticket.counterId);
  if (!mayDo(verb, ticket, context.businessDate)) throw new Refusal('illegal_transition');
  return ticket;
}

/** A service that can be waited for: not archived. Refuses `not_found`. */
export function findService(context: ActionContext, serviceId: number): HallService {
  const service = context.hall.service.get(serviceId);
  if (!service) throw new Refusal('not_found');
  return service;
}
