import fc from 'fast-check';
import { expect } from 'vitest';
import type { ActionContext } from '../../../electron/actions/action';
import { cancelTicket } from '../../../electron/actions/cancel-ticket';
import { claimPriority } from '../../../electron/actions/claim-priority';
import { addService } from '../../../electron/actions/desk/add-service';
import { answerBreak } from '../../../electron/actions/desk/answer-break';
import { answerHelp } from '../../../electron/actions/desk/answer-help';
import { askForBreak, withdrawBreak } from '../../../electron/actions/desk/ask-for-break';
import { askForHelp } from '../../../electron/actions/desk/ask-for-help';
import { call } from '../../../electron/actions/desk/call';
import { callNext } from '../../../electron/actions/desk/call-next';
import { cancelTicketByStaff } from '../../../electron/actions/desk/cancel-ticket';
import { changePriority } from '../../../electron/actions/desk/change-priority';
import { endHelp } from '../../../electron/actions/desk/end-help';
import { finish } from '../../../electron/actions/desk/finish';
import { hold } from '../../../electron/actions/desk/hold';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { moveTicket } from '../../../electron/actions/desk/move-ticket';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { recall } from '../../../electron/actions/desk/recall';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import { removeService } from '../../../electron/actions/desk/remove-service';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import { start } from '../../../electron/actions/desk/start';
import { takeBack } from '../../../electron/actions/desk/take-back';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { transfer } from '../../../electron/actions/desk/transfer';
import { walkIn } from '../../../electron/actions/desk/walk-in';
import { goPaperless } from '../../../electron/actions/go-paperless';
import { issueTicket } from '../../../electron/actions/issue-ticket';
import { joinByPhone } from '../../../electron/actions/join-by-phone';
import { letOthersPass, letOthersPassAsHolder } from '../../../electron/actions/let-others-pass';
import { comeBack, stepOut } from '../../../electron/actions/step-out';
import { resume, stop } from '../../../electron/actions/stop';
import type { TicketStatus } from '../../../electron/contract/tickets';
import { kiosk } from '../../support/test-hall';
import { dayOf, startOf } from './clock-model';
import type { HallModel } from './hall-model';
import type { ModelTicket, Outcome } from './model-parts';
import { actorOf, type RealHall } from './real-hall';

export interface Halls {
  readonly real: RealHall;
  readonly counterIds: ReadonlyMap<string, number>;
  /** Compares the whole of both; throws where they differ. */
  readonly compare: (model: HallModel) => void;
  /** Counts what was really done, by verb and outcome, to see that the mixes reach everything. */
  readonly seen: Map<string, number>;
}

/** One verb of a random mix: what the model says of it, and what the hall does. */
class Verb implements fc.Command<HallModel, Halls> {
  constructor(
    readonly name: string,
    readonly choice: Choice,
    readonly foretell: (model: HallModel, chosen: Chosen) => Outcome,
    readonly perform: (chosen: Chosen, halls: Halls) => Outcome,
    /** For a verb to a ticket: the states of those that are mostly chosen. */
    readonly ticketsIn: readonly TicketStatus[] | null,
  ) {}

  check(model: Readonly<HallModel>): boolean {
    return this.ticketsIn === null || model.tickets.length > 0;
  }

  run(model: HallModel, halls: Halls): void {
    pass(model, halls, this.choice.seconds * 1000);
    const chosen = choose(model, this.choice, this.ticketsIn ?? []);
    const foretold = this.foretell(model, chosen);
    const outcome = this.perform(chosen, halls);
    const said = 'answer' in outcome ? { answer: withoutToken(outcome.answer) } : outcome;
    if (JSON.stringify(said) !== JSON.stringify(foretold)) {
      throw new Error(`${this}: foretold ${JSON.stringify(foretold)}, came ${JSON.stringify(said)}`);
    }
    halls.compare(model);
    const what = `${this.name} ${'refused' in outcome ? outcome.refused : 'done'}`;
    halls.seen.set(what, (halls.seen.get(what) ?? 0) + 1);
  }

  toString(): string {
    return `${this.name}(${JSON.stringify(this.choice)})`;
  }
}

interface Choice {
  readonly seconds: number;
  readonly desk: number;
  /** Mostly whoever sits at the desk (null), or one of the users, who may sit there or not. */
  readonly stranger: number | null;
  readonly ticket: number;
  /** Any ticket, also of a state that the verb doesn't fit. */
  readonly anyTicket: boolean;
  readonly service: number;
  readonly priority: 'elderly' | 'infant' | null;
  readonly place: 'front' | 'arrival' | 'back';
}
type Chosen = ReturnType<typeof choose>;

function choose(model: HallModel, choice: Choice, ticketsIn: readonly TicketStatus[]) {
  const pick = <Item>(items: readonly Item[], at: number): Item => {
    const item = items[at % items.length];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const desk = pick(model.desks, choice.desk);
  const fitting = model.tickets.filter((each) => ticketsIn.includes(each.status));
  const tickets = choice.anyTicket || fitting.length === 0 ? model.tickets : fitting;
  const user =
    choice.stranger === null && desk.user ? desk.user : pick(model.users, choice.stranger ?? choice.ticket);
  // Verbs that need one are not tried before there is one.
  const ticket = tickets[choice.ticket % Math.max(1, tickets.length)] as ModelTicket;
  const [last] = model.tickets
    .flatMap((each) => (each.ended ? [{ ticket: each, user: each.ended.by, at: each.ended.at }] : []))
    .sort((a, b) => b.at - a.at);
  const service = pick(model.services, choice.service);
  const theirs = pick(model.desks, choice.ticket);
  const asking = model.desks.find(({ asked }) => asked) ?? desk;
  const resting = model.desks.find(({ paused }) => paused) ?? desk;
  const calling = model.desks.find(({ help }) => help) ?? desk;
  const [onItsWay] = model.tickets.flatMap(({ desk: at, added }) =>
    at?.user && added[0] ? [{ desk: at, user: at.user, service: added[0] }] : [],
  );
  return {
    desk,
    user,
    /** Mostly the supervisor, or whoever is chosen. */
    supervisor: choice.anyTicket ? pick(model.users, choice.ticket) : pick(model.users, 3),
    service,
    ticket,
    /** Somebody who mostly sits at a desk that serves the service. */
    colleague: {
      user: theirs.user ?? user,
      service: choice.anyTicket
        ? service
        : (model.services.find(({ counter }) => theirs.counters.includes(counter)) ?? service),
    },
    /** A desk that asks for a break, if there is one, with whoever sits there or might. */
    asking,
    asker: choice.anyTicket ? user : (asking.user ?? user),
    /** A desk on a break, if there is one, with whoever sits there or might. */
    resting,
    rester: choice.anyTicket ? user : (resting.user ?? user),
    /** A desk that calls for help, if there is one, with whoever sits there or might. */
    calling,
    stranger: choice.anyTicket ? user : (calling.user ?? user),
    /** A service that was added to a visit at a desk, mostly. */
    added: choice.anyTicket ? { desk, user, service } : (onItsWay ?? { desk, user, service }),
    /** What was ended last, with whoever did. */
    lastEnded: last ?? { ticket, user },
    priority: choice.priority,
    place: choice.place,
    /** The number that was given last, mostly. */
    newest: choice.anyTicket ? ticket : (model.tickets.at(-1) ?? ticket),
    /** A number that a phone holds. */
    held: choice.ticket % 3 === 0 ? model.tickets.at(-1) : undefined,
    /** How many are let go first. */
    count: 1 + (choice.ticket % 3),
  };
}

function withoutToken(answer: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || !('token' in answer)) return answer;
  const { token: _token, row: _row, ...rest } = answer as { readonly token: unknown; readonly row?: unknown };
  return rest;
}

const byStaff =
  (action: (context: ActionContext, chosen: Chosen) => unknown) =>
  (chosen: Chosen, { real, counterIds }: Halls): Outcome =>
    real.perform(actorOf(chosen.user, counterIds), (context) => action(context, chosen));

// Without fast-check's liking for small numbers: each desk, user and ticket as often as another.
const choice: fc.Arbitrary<Choice> = fc.noBias(
  fc.record({
    seconds: fc.integer({ min: 1, max: 20 }),
    desk: fc.constantFrom(0, 1, 2, 3),
    stranger: fc.constantFrom(...Array.from({ length: 16 }, () => null), 0, 1, 2, 3),
    ticket: fc.nat({ max: 999 }),
    anyTicket: fc.integer({ min: 0, max: 3 }).map((each) => each === 0),
    service: fc.constantFrom(0, 1, 2, 3),
    priority: fc.constantFrom(null, null, 'elderly' as const, 'infant' as const),
    place: fc.constantFrom('front' as const, 'arrival' as const, 'back' as const),
  }),
);
const verb = (
  name: string,
  foretell: Verb['foretell'],
  perform: Verb['perform'],
  ticketsIn: Verb['ticketsIn'] = null,
): fc.Arbitrary<Verb> => choice.map((chosen) => new Verb(name, chosen, foretell, perform, ticketsIn));

const plain = {
  seconds: 1,
  desk: 0,
  ticket: 0,
  anyTicket: true,
  service: 0,
  priority: null,
  place: 'back',
} as const;
const foretellTakeDesk: Verb['foretell'] = (model, { user, desk }) => model.takeDesk(user, desk);
const performTakeDesk = byStaff((context, { desk }) => takeDesk(context, { deskId: desk.id }));

const foretellWalkIn: Verb['foretell'] = (model, { user, service, priority }) =>
  model.walkIn(user, service, priority);
const performWalkIn = byStaff((context, { service, priority }) =>
  walkIn(context, { serviceId: service.id, priority }),
);

/** Time passes, and the hall looks at the clock. */
function pass(model: HallModel, { real }: Halls, milliseconds: number): void {
  real.clock.advance({ milliseconds });
  real.time.tick();
  model.clock.pass(milliseconds);
}

/** Officers come to every desk. */
export function openDesks(model: HallModel, halls: Halls): void {
  for (const [desk, stranger] of [0, 2, 1, 3].entries()) {
    new Verb('sign-in', { ...plain, desk, stranger }, foretellTakeDesk, performTakeDesk, null).run(
      model,
      halls,
    );
  }
}

/** The first morning: an officer at every desk, and people of both classes who wait already. */
export function openHall(model: HallModel, halls: Halls): void {
  openDesks(model, halls);
  for (let each = 0; each < 16; each += 1) {
    const visitor = {
      ...plain,
      stranger: 2,
      service: each % 5,
      priority: each % 3 === 0 ? null : 'elderly',
    } as const;
    new Verb('walk-in', visitor, foretellWalkIn, performWalkIn, null).run(model, halls);
  }
}

/** What makes up a usual day. */
export const defaultVerbs: fc.Arbitrary<fc.Command<HallModel, Halls>>[] = [
  verb(
    'tap',
    (model, { service, priority }) => model.tap(service, priority),
    ({ service, priority }, { real }) =>
      real.perform(kiosk, (context) =>
        issueTicket(context, { serviceId: service.id, priority, language: 'id', printerReady: true }),
      ),
  ),
  verb(
    'join by phone',
    (model, { service, priority, held }) => model.join(service, priority, held),
    ({ service, priority, held }, { real }) =>
      real.perform({ kind: 'system' }, (context) => {
        const tokens = held ? [real.token(held.id)] : [];
        return joinByPhone(context, { serviceId: service.id, priority, language: 'id', held: tokens });
      }),
  ),
  verb(
    'paperless',
    (model, { ticket }) => model.keepWithoutPaper(ticket),
    ({ ticket }, { real }) => {
      const token = real.token(ticket.id);
      return real.perform({ kind: 'holder' }, (context) => goPaperless(context, { token }));
    },
    ['printing'],
  ),
  verb(
    'call-next',
    (model, { user, desk }) => model.callNext(user, desk),
    byStaff((context, { desk }) => callNext(context, { deskId: desk.id })),
  ),
  verb(
    'call-next',
    (model, { user, desk }) => model.callNext(user, desk),
    byStaff((context, { desk }) => callNext(context, { deskId: desk.id })),
  ),
  verb(
    'start',
    (model, { user, desk }) => model.start(user, desk),
    byStaff((context, { desk }) => start(context, { deskId: desk.id })),
  ),
  verb(
    'finish',
    (model, { user, desk }) => model.finish(user, desk),
    byStaff((context, { desk }) => finish(context, { deskId: desk.id })),
  ),
  verb(
    'recall',
    (model, { user, desk }) => model.recall(user, desk),
    byStaff((context, { desk }) => recall(context, { deskId: desk.id })),
  ),
  verb(
    'no-show',
    (model, { user, desk }) => model.noShow(user, desk),
    byStaff((context, { desk }) => noShow(context, { deskId: desk.id })),
  ),
  verb(
    'hold',
    (model, { user, desk }) => model.hold(user, desk),
    byStaff((context, { desk }) => hold(context, { deskId: desk.id, reason: 'uji' })),
  ),
  verb(
    'transfer',
    (model, { user, desk, service, place }) => model.transfer(user, desk, service, place),
    byStaff((context, { desk, service, place }) =>
      transfer(context, { deskId: desk.id, serviceId: service.id, place }),
    ),
  ),
  verb(
    'transfer to an officer',
    (model, { user, desk, colleague }) =>
      model.transferToOfficer(user, desk, colleague.service, colleague.user),
    byStaff((context, { desk, colleague }) =>
      transfer(context, {
        deskId: desk.id,
        serviceId: colleague.service.id,
        userId: colleague.user.userId,
        place: 'arrival',
      }),
    ),
  ),
  verb(
    'add-service',
    (model, { user, desk, service }) => model.addService(user, desk, service),
    byStaff((context, { desk, service }) => addService(context, { deskId: desk.id, serviceId: service.id })),
  ),
  verb(
    'remove-service',
    (model, { added: { user, desk, service } }) => model.removeService(user, desk, service),
    ({ added: { user, desk, service } }, { real, counterIds }) =>
      real.perform(actorOf(user, counterIds), (context) =>
        removeService(context, { deskId: desk.id, serviceId: service.id }),
      ),
  ),
  verb(
    'remove-service',
    (model, { added: { user, desk, service } }) => model.removeService(user, desk, service),
    ({ added: { user, desk, service } }, { real, counterIds }) =>
      real.perform(actorOf(user, counterIds), (context) =>
        removeService(context, { deskId: desk.id, serviceId: service.id }),
      ),
  ),
];

/** What happens now and then. */
export const seldomVerbs: fc.Arbitrary<fc.Command<HallModel, Halls>>[] = [
  verb('walk-in', foretellWalkIn, performWalkIn),
  ...(['hall', 'counter', 'service'] as const).flatMap((what) =>
    [true, false, false].map((on) =>
      verb(
        on ? 'stop' : 'open again',
        (model, { supervisor, service }) => model.stop(supervisor, what, service, on),
        (chosen, halls) => {
          const { id, counter } = chosen.service;
          const of =
            what === 'hall'
              ? ({ kind: 'hall' } as const)
              : { kind: what, id: what === 'service' ? id : (halls.counterIds.get(counter) ?? 0) };
          const act = on ? stop : resume;
          return halls.real.perform(actorOf(chosen.supervisor, halls.counterIds), (context) => {
            // What the history keeps of it is no answer.
            act(context, of);
          });
        },
      ),
    ),
  ),
  verb(
    'give-back',
    (model, { ticket }) => model.giveBack(ticket),
    ({ ticket }, { real }) => {
      const token = real.token(ticket.id);
      return real.perform({ kind: 'holder' }, (context) => cancelTicket(context, { token }));
    },
    ['printing', 'waiting', 'held'],
  ),
  verb('sign-in', foretellTakeDesk, performTakeDesk),
  verb(
    'sign-out',
    (model, { user, desk }) => model.leaveDesk(user, desk),
    byStaff((context, { desk }) => leaveDesk(context, { deskId: desk.id })),
  ),
  verb(
    'pause',
    (model, { user, desk }) => model.pause(user, desk),
    byStaff((context, { desk }) => pauseDesk(context, { deskId: desk.id, reason: 'uji' })),
  ),
  verb(
    'resume',
    (model, { resting, rester }) => model.resume(rester, resting),
    ({ resting, rester }, { real, counterIds }) =>
      real.perform(actorOf(rester, counterIds), (context) => resumeDesk(context, { deskId: resting.id })),
  ),
  verb(
    'resume',
    (model, { resting, rester }) => model.resume(rester, resting),
    ({ resting, rester }, { real, counterIds }) =>
      real.perform(actorOf(rester, counterIds), (context) => resumeDesk(context, { deskId: resting.id })),
  ),
  verb(
    'ask for a break',
    (model, { user, desk }) => model.askForBreak(user, desk),
    byStaff((context, { desk }) => askForBreak(context, { deskId: desk.id, reason: 'uji', minutes: 1 })),
  ),
  verb(
    'ask for a break',
    (model, { user, desk }) => model.askForBreak(user, desk),
    byStaff((context, { desk }) => askForBreak(context, { deskId: desk.id, reason: 'uji', minutes: 1 })),
  ),
  verb(
    'withdraw a break',
    (model, { asking, asker }) => model.withdrawBreak(asker, asking),
    ({ asking, asker }, { real, counterIds }) =>
      real.perform(actorOf(asker, counterIds), (context) => withdrawBreak(context, { deskId: asking.id })),
  ),
  ...[true, true, false].map((granted) =>
    verb(
      'answer a break',
      (model, { supervisor, asking }) => model.answerBreak(supervisor, asking, granted),
      ({ supervisor, asking }, { real, counterIds }) =>
        real.perform(actorOf(supervisor, counterIds), (context) =>
          answerBreak(context, { deskId: asking.id, granted }),
        ),
    ),
  ),
  // Twice as often, or hardly any call is ever answered.
  ...['once', 'again'].flatMap(() => [
    verb(
      'call for help',
      (model, { user, desk }) => model.askForHelp(user, desk),
      byStaff((context, { desk }) => askForHelp(context, { deskId: desk.id })),
    ),
    verb(
      'answer help',
      (model, { supervisor, calling }) => model.answerHelp(supervisor, calling),
      ({ supervisor, calling }, { real, counterIds }) =>
        real.perform(actorOf(supervisor, counterIds), (context) =>
          answerHelp(context, { deskId: calling.id }),
        ),
    ),
  ]),
  verb(
    'end help',
    (model, { calling, stranger }) => model.endHelp(stranger, calling),
    ({ calling, stranger }, { real, counterIds }) =>
      real.perform(actorOf(stranger, counterIds), (context) => endHelp(context, { deskId: calling.id })),
  ),
  verb(
    'call',
    (model, { user, desk, ticket }) => model.call(user, desk, ticket),
    byStaff((context, { desk, ticket }) => call(context, { deskId: desk.id, ticketId: ticket.id })),
    ['waiting', 'held'],
  ),
  verb(
    'reinstate',
    (model, { user, ticket }) => model.reinstate(user, ticket),
    byStaff((context, { ticket }) => reinstate(context, { ticketId: ticket.id })),
    ['no_show', 'held', 'cancelled'],
  ),
  verb(
    'claim priority',
    (model, { newest, priority }) => model.claimPriority(newest, priority ?? 'elderly'),
    ({ newest, priority }, { real }) => {
      const token = real.token(newest.id);
      return real.perform(kiosk, (context) =>
        claimPriority(context, { token, priority: priority ?? 'elderly' }),
      );
    },
    ['printing', 'waiting'],
  ),
  verb(
    'let pass',
    (model, { user, ticket, count }) => model.letPass(user, ticket, count),
    byStaff((context, { ticket, count }) => letOthersPass(context, { ticketId: ticket.id, count })),
    ['waiting', 'called'],
  ),
  verb(
    'let pass by phone',
    (model, { ticket, count }) => model.letPassAsHolder(ticket, count),
    ({ ticket, count }, { real }) => {
      const token = real.token(ticket.id);
      return real.perform({ kind: 'holder' }, (context) => letOthersPassAsHolder(context, { token, count }));
    },
    ['waiting'],
  ),
  verb(
    'step out',
    (model, { ticket }) => model.stepOut(ticket),
    ({ ticket }, { real }) => {
      const token = real.token(ticket.id);
      return real.perform({ kind: 'holder' }, (context) => stepOut(context, { token }));
    },
    ['waiting'],
  ),
  verb(
    'come back',
    (model, { ticket }) => model.comeBack(ticket),
    ({ ticket }, { real }) => {
      const token = real.token(ticket.id);
      return real.perform({ kind: 'holder' }, (context) => comeBack(context, { token }));
    },
    ['held'],
  ),
  verb(
    'priority',
    (model, { user, ticket, priority }) => model.changePriority(user, ticket, priority),
    byStaff((context, { ticket, priority }) =>
      changePriority(context, { ticketId: ticket.id, priority, reason: 'uji' }),
    ),
    ['printing', 'waiting', 'held'],
  ),
  verb(
    'take-back',
    (model, { user, ticket }) => model.takeBack(user, ticket),
    byStaff((context, { ticket }) => takeBack(context, { ticketId: ticket.id })),
    ['done', 'no_show', 'waiting'],
  ),
  verb(
    'take-back',
    (model, { lastEnded }) => model.takeBack(lastEnded.user, lastEnded.ticket),
    ({ lastEnded }, { real, counterIds }) =>
      real.perform(actorOf(lastEnded.user, counterIds), (context) =>
        takeBack(context, { ticketId: lastEnded.ticket.id }),
      ),
    ['done', 'no_show', 'waiting'],
  ),
  verb(
    'cancel',
    (model, { user, ticket }) => model.cancel(user, ticket),
    byStaff((context, { ticket }) => cancelTicketByStaff(context, { ticketId: ticket.id, reason: 'uji' })),
    ['printing', 'waiting', 'held'],
  ),
  verb(
    'move',
    (model, { user, ticket, service, place }) => model.move(user, ticket, service, place),
    byStaff((context, { ticket, service, place }) =>
      moveTicket(context, { ticketId: ticket.id, serviceId: service.id, place }),
    ),
    ['printing', 'waiting', 'held'],
  ),
  fc.constant({
    check: () => true,
    run: (model: HallModel, { real, compare }: Halls) => {
      real.restart();
      model.clock.restart();
      real.minute();
      model.minute();
      compare(model);
    },
    toString: () => 'restart',
  }),
  fc.constant({
    check: () => true,
    run: (model: HallModel, { real, compare }: Halls) => {
      const repeated = real.repeat();
      expect(repeated?.again).toEqual(repeated?.first);
      compare(model);
    },
    toString: () => 'repeat the last request',
  }),
];

/** The next morning, which ends everything of the day before; officers come again. */
export const nextDay: fc.Arbitrary<fc.Command<HallModel, Halls>> = fc.constant({
  // A hall that doesn't know the time stays on its date.
  check: ({ clock }: HallModel) => clock.standing !== 'unknown',
  run: (model: HallModel, halls: Halls) => {
    const morning = startOf(dayOf(model.now) + 1) + 8.5 * 3_600_000;
    pass(model, halls, morning - model.now);
    halls.real.minute();
    model.minute();
    halls.compare(model);
    openDesks(model, halls);
  },
  toString: () => 'the next day',
});
