import fc from 'fast-check';
import type { ActionContext } from '../../electron/actions/action';
import { addService } from '../../electron/actions/desk/add-service';
import { call } from '../../electron/actions/desk/call';
import { callNext } from '../../electron/actions/desk/call-next';
import { cancelTicketByStaff } from '../../electron/actions/desk/cancel-ticket';
import { changePriority } from '../../electron/actions/desk/change-priority';
import { finish } from '../../electron/actions/desk/finish';
import { hold } from '../../electron/actions/desk/hold';
import { leaveDesk } from '../../electron/actions/desk/leave-desk';
import { moveTicket } from '../../electron/actions/desk/move-ticket';
import { noShow } from '../../electron/actions/desk/no-show';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { reinstate } from '../../electron/actions/desk/reinstate';
import { resumeDesk } from '../../electron/actions/desk/resume-desk';
import type { UserActor } from '../../electron/actions/desk/standing';
import { start } from '../../electron/actions/desk/start';
import { takeBack } from '../../electron/actions/desk/take-back';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { transfer } from '../../electron/actions/desk/transfer';
import { endDay } from '../../electron/actions/end-day';
import { voidUntaken } from '../../electron/actions/paper/void-untaken';
import { Refusal } from '../../electron/queue/refusal';
import { query } from '../../electron/store/store';
import type { StaffHall } from './staff-hall';

export const randomVerbs = [
  ...['issue', 'issue', 'issue', 'printing', 'callNext', 'callNext', 'callNext', 'start', 'start', 'finish'],
  ...['finish', 'noShow', 'hold', 'transfer', 'addService', 'reinstate', 'cancel', 'move', 'call', 'void'],
  ...['pause', 'resume', 'leave', 'take', 'takeBack', 'takeBack', 'priority', 'priority'],
] as const;

/** What somebody tries to do next, and the seconds until then. */
export interface RandomAct {
  readonly verb: (typeof randomVerbs)[number];
  readonly seconds: number;
  /** Which of those that there are is meant. */
  readonly choice: number;
  readonly other: number;
}

/** A day's acts in their order; most can be done when their turn comes. */
export const randomDay: fc.Arbitrary<readonly RandomAct[]> = fc.array(
  fc.record({
    verb: fc.constantFrom(...randomVerbs),
    seconds: fc.integer({ min: 1, max: 900 }),
    choice: fc.nat(1_000),
    other: fc.nat(1_000),
  }),
  { minLength: 10, maxLength: 60 },
);

const deskNumbers = [1, 2, 4];
const services = [
  ['A', 0],
  ['A', 1],
  ['L', 0],
] as const;

/** What of a hall the acts need. */
export type LivedHall = Pick<StaffHall, 'clock' | 'act' | 'deskId' | 'serviceId' | 'ticket'>;

/** A hall with a supervisor at each of three desks, who may do everything, as the acts ask for; `tickets`: those given before. */
export function liveThrough(
  hall: LivedHall,
  officers: readonly UserActor[],
  acts: readonly RandomAct[],
  tickets: number[] = [],
): void {
  for (const { verb, seconds, choice, other } of acts) {
    hall.clock.advance({ seconds });
    const at = choice % deskNumbers.length;
    const officer = officers[at];
    const deskId = hall.deskId(deskNumbers[at] ?? 1);
    const [code, place] = services[other % services.length] ?? services[0];
    const serviceId = hall.serviceId(code, place);
    const ticketId = tickets[other % Math.max(1, tickets.length)] ?? 999;
    const placement = (['front', 'arrival', 'back'] as const)[choice % 3] ?? 'back';
    const actions: Record<Exclude<RandomAct['verb'], 'issue' | 'printing'>, (c: ActionContext) => unknown> = {
      callNext: (context) => callNext(context, { deskId }),
      call: (context) => call(context, { deskId, ticketId }),
      start: (context) => start(context, { deskId }),
      finish: (context) => finish(context, { deskId }),
      noShow: (context) => noShow(context, { deskId }),
      hold: (context) => hold(context, { deskId, reason: 'fotokopi' }),
      transfer: (context) => transfer(context, { deskId, serviceId, place: placement }),
      addService: (context) => addService(context, { deskId, serviceId }),
      reinstate: (context) => reinstate(context, { ticketId }),
      cancel: (context) => cancelTicketByStaff(context, { ticketId, reason: 'pulang' }),
      move: (context) =>
        moveTicket(context, { ticketId, place: placement, ...(choice % 2 === 0 ? { serviceId } : {}) }),
      priority: (context) =>
        changePriority(context, {
          ticketId,
          priority: choice % 2 === 0 ? 'elderly' : null,
          reason: 'diminta',
        }),
      takeBack: (context) => takeBack(context, { ticketId: lastEnded(context) ?? ticketId }),
      void: (context) => voidUntaken(context, { ticketId }),
      pause: (context) => pauseDesk(context, { deskId, reason: 'istirahat' }),
      resume: (context) => resumeDesk(context, { deskId }),
      leave: (context) => leaveDesk(context, { deskId }),
      take: (context) => takeDesk(context, { deskId }),
    };
    if (verb === 'issue' || verb === 'printing') {
      tickets.push(hall.ticket(code, { place, paper: verb === 'printing' ? 'pending' : 'none' }));
      continue;
    }
    try {
      if (officer) hall.act(officer, actions[verb]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** The ticket whose visit ended last. */
function lastEnded({ transaction }: ActionContext): number | null | undefined {
  return transaction.first(
    query
      .selectFrom('events')
      .where('kind', 'in', ['finished', 'no_show'])
      .orderBy('id', 'desc')
      .limit(1)
      .select('ticketId'),
  )?.ticketId;
}

/** The officers of `liveThrough`, who have taken their desks. */
export function officersAtDesks(hall: StaffHall): UserActor[] {
  return deskNumbers.map((number) => hall.officerAt(number, 'supervisor'));
}

/** Ends the day: it becomes the next one's morning, four o'clock, and what was left is ended. */
export function endOfDay(hall: Pick<StaffHall, 'clock' | 'act'>, nextDate: string): void {
  hall.clock.set(`${nextDate}T04:00+07:00`);
  hall.act({ kind: 'system' }, endDay);
}
