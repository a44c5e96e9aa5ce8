import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Health } from '../../electron/contract/operation';
import { canPrint } from '../../electron/contract/printer-status';
import {
  type DayKind,
  drawDay,
  natureOf,
  type SimulatedHall,
} from '../../electron/queue/simulation/day-of-hall';
import { seededRandom } from '../../electron/queue/simulation/random';
import type { SimulatedVisitor } from '../../electron/queue/simulation/simulate-day';
import { listen } from '../requests';
import { type Caller, callerOf } from './hall-by-http';

export interface Drive {
  /** `http://127.0.0.1:8080`: a hall that runs; numbers are taken there as at its own kiosk, so on its machine. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly kind: DayKind;
  /** So many simulated minutes pass in one of the clock's. The server's own clock is left as it is. */
  readonly speed: number;
  readonly seed: number;
  readonly visitors: number;
}

/** What came of a driven day; all lists are empty where the hall kept its promises. */
export interface Driven {
  readonly issued: number;
  /** Refused at the kiosk: closed, quota used up, paused. */
  readonly turnedAway: number;
  readonly served: number;
  readonly noShow: number;
  readonly givenTwice: readonly string[];
  readonly calledTwice: readonly string[];
  /** Called though nobody of this day holds it. */
  readonly calledUnheld: readonly string[];
  readonly neverCalled: readonly string[];
  /** Followed on a phone that did not hear of the call. */
  readonly untold: readonly string[];
}

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly status: string;
}
interface Held {
  readonly ticket: Ticket;
  readonly visitor: SimulatedVisitor;
  isCalled: boolean;
  /** Null where nobody follows it. */
  told: Promise<boolean> | null;
}

/** One visitor in five looks at a phone. */
const followsEvery = 5;
/** Milliseconds of the clock, as all here. */
const paperWithin = 60_000;
const toldWithin = 10_000;
const lookAgain = 200;
/** Nothing was called for so long though somebody waits: what is left is not called any more. */
const stuckAfter = 30_000;

/**
 * Lives a simulated day at a running hall, through the same requests as its kiosk, desks and phones: an officer of its
 * own at every desk, who is let go at the end. Answers what the hall did. Throws where the hall can't be reached, the
 * account is no admin's, or a desk is taken by somebody else.
 */
export async function driveHall(drive: Drive): Promise<Driven> {
  const admin = await callerOf(drive.server, drive);
  const hall = await readHallByHttp(admin);
  const random = seededRandom(drive.seed);
  const nature = natureOf(hall.simulated, random, drive.visitors);
  const day = drawDay(hall.simulated, nature, random, { kind: drive.kind });
  const minute = 60_000 / drive.speed;
  const officers = await seatOfficers(drive, admin, hall.deskIds);
  const visitor = await callerOf(drive.server);
  const course = new Course();
  const opens = day.visitors[0]?.at ?? 0;
  try {
    const startedAt = Date.now();
    const arrivals = day.visitors.map(async (each, place) => {
      await pause(Math.max(0, (each.at - opens) * minute - (Date.now() - startedAt)));
      await takeNumber(drive.server, visitor, hall.serviceIds[each.serviceId] ?? '', each, place, course);
    });
    const arrived = Promise.all(arrivals).then(() => course.everybodyCame());
    await Promise.all([
      arrived,
      ...officers.map(({ caller, deskId }) => workAt(caller, deskId, course, minute)),
    ]);
    return await course.result();
  } finally {
    await letGo(admin, officers);
  }
}

/** The day as its visitors and officers see it. */
class Course {
  readonly #held = new Map<string, Held>();
  readonly #twice: string[] = [];
  readonly #calledTwice: string[] = [];
  readonly #unheld: string[] = [];
  #turnedAway = 0;
  #served = 0;
  #noShow = 0;
  #allCame = false;
  #lastCallAt = Date.now();

  turnAway(): void {
    this.#turnedAway += 1;
  }

  give(held: Held): void {
    if (this.#held.has(held.ticket.number)) this.#twice.push(held.ticket.number);
    this.#held.set(held.ticket.number, held);
  }

  everybodyCame(): void {
    this.#allCame = true;
  }

  /** The visitor with that number; undefined where none holds it, or it was called before. */
  call(number: string): SimulatedVisitor | undefined {
    this.#lastCallAt = Date.now();
    const held = this.#held.get(number);
    if (!held) this.#unheld.push(number);
    else if (held.isCalled) this.#calledTwice.push(number);
    if (!held || held.isCalled) return undefined;
    held.isCalled = true;
    return held.visitor;
  }

  end(how: 'served' | 'noShow'): void {
    if (how === 'served') this.#served += 1;
    else this.#noShow += 1;
  }

  get isOver(): boolean {
    if (!this.#allCame) return false;
    const waits = [...this.#held.values()].some(({ isCalled }) => !isCalled);
    return !waits || Date.now() - this.#lastCallAt > stuckAfter;
  }

  async result(): Promise<Driven> {
    const untold: string[] = [];
    for (const { ticket, isCalled, told } of this.#held.values()) {
      if (told && isCalled && !(await Promise.race([told, pause(toldWithin, false)])))
        untold.push(ticket.number);
    }
    return {
      issued: this.#held.size,
      turnedAway: this.#turnedAway,
      served: this.#served,
      noShow: this.#noShow,
      givenTwice: this.#twice,
      calledTwice: this.#calledTwice,
      calledUnheld: this.#unheld,
      neverCalled: [...this.#held.values()]
        .filter(({ isCalled }) => !isCalled)
        .map(({ ticket }) => ticket.number),
      untold,
    };
  }
}

async function takeNumber(
  server: string,
  caller: Caller,
  serviceId: string,
  visitor: SimulatedVisitor,
  place: number,
  course: Course,
): Promise<void> {
  const { status, body } = await caller.ask('POST', '/tickets', {
    serviceId,
    ...(visitor.hasPriority ? { priority: 'elderly' } : {}),
  });
  if (status === 409) return course.turnAway();
  if (status !== 201) throw new Error(`POST /tickets: ${status} ${JSON.stringify(body)}`);
  const ticket = body as Ticket;
  const held: Held = { ticket, visitor, isCalled: false, told: null };
  course.give(held);
  if (place % followsEvery === 0) held.told = isTold(server, ticket.token);
  await waitForPaper(server, caller, ticket);
}

/** Waits at the kiosk until the paper is out; where none comes the number is kept without. */
async function waitForPaper(server: string, caller: Caller, { token, status }: Ticket): Promise<void> {
  const until = Date.now() + paperWithin;
  for (let now = status; now === 'printing'; ) {
    if (Date.now() > until) {
      await caller.must('POST', `/tickets/${token}/paperless`);
      return;
    }
    await pause(lookAgain);
    const { body } = await caller.ask('GET', `/tickets/${token}`);
    now = (body as Ticket).status;
    if (now === 'printing' && !(await printsNow(server))) {
      await caller.ask('POST', `/tickets/${token}/paperless`);
    }
  }
}

async function printsNow(server: string): Promise<boolean> {
  const response = await fetch(`${server}/healthz`);
  const { printer } = (await response.json()) as Pick<Health, 'printer'>;
  return canPrint(printer);
}

/** Whether a phone hears of the ticket's call; false too where its line is lost. */
function isTold(server: string, token: string): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isHeard: boolean) => {
      line.close();
      resolve(isHeard);
    };
    const line = listen(
      server,
      `ticket:${token}`,
      '',
      (event, data) => {
        if (event !== `ticket:${token}`) return;
        const { status } = JSON.parse(data) as { readonly status: string };
        if (status !== 'printing' && status !== 'waiting') settle(true);
      },
      () => settle(false),
    );
    // Told of by `settle` too.
    line.opened.catch(() => undefined);
  });
}

async function workAt(officer: Caller, deskId: string, course: Course, minute: number): Promise<void> {
  while (!course.isOver) {
    const called = (await officer.must('POST', `/desks/${deskId}/call-next`)) as Ticket | null;
    if (!called) {
      await pause(lookAgain);
      continue;
    }
    const visitor = course.call(called.number);
    await pause((visitor?.walkMinutes ?? 0) * minute);
    if (visitor?.comes) {
      await officer.must('POST', `/desks/${deskId}/start`);
      await pause(visitor.serviceMinutes * minute);
      await officer.must('POST', `/desks/${deskId}/finish`, {});
      course.end('served');
    } else {
      await officer.must('POST', `/desks/${deskId}/no-show`);
      course.end('noShow');
    }
  }
}

/** The hall's counters, services and desks as the simulation takes them: by places in lists of ids. */
async function readHallByHttp(
  admin: Caller,
): Promise<{ simulated: SimulatedHall; serviceIds: readonly string[]; deskIds: readonly string[] }> {
  const services = (await admin.must('GET', '/admin/services')) as {
    readonly id: string;
    readonly counterId: string;
    readonly usualMinutes: number;
  }[];
  const desks = (await admin.must('GET', '/desks')) as {
    readonly id: string;
    readonly counter: { readonly id: string };
    readonly serviceIds: readonly string[];
  }[];
  const serviceIds = services.map(({ id }) => id);
  const deskIds = desks.map(({ id }) => id);
  const counterIds = [...new Set(services.map(({ counterId }) => counterId))];
  return {
    serviceIds,
    deskIds,
    simulated: {
      counters: counterIds.map((counterId, place) => ({
        id: place,
        services: services
          .filter((service) => service.counterId === counterId)
          .map(({ id, usualMinutes }) => ({ id: serviceIds.indexOf(id), usualMinutes })),
        desks: desks
          .filter(({ counter }) => counter.id === counterId)
          .map((desk) => ({
            id: deskIds.indexOf(desk.id),
            serviceIds: desk.serviceIds.map((id) => serviceIds.indexOf(id)),
          })),
      })),
    },
  };
}

interface SeatedOfficer {
  readonly userId: string;
  readonly deskId: string;
  readonly caller: Caller;
}

async function seatOfficers(
  { server }: Drive,
  admin: Caller,
  deskIds: readonly string[],
): Promise<readonly SeatedOfficer[]> {
  const officers: SeatedOfficer[] = [];
  try {
    for (const [place, deskId] of deskIds.entries()) {
      const account = {
        username: `simulasi-${randomBytes(4).toString('hex')}`,
        password: randomBytes(12).toString('hex'),
      };
      const { id: userId } = (await admin.must('POST', '/admin/users', {
        ...account,
        displayName: `Simulasi ${place + 1}`,
        role: 'staff',
        wholeHall: true,
      })) as { readonly id: string };
      const caller = await callerOf(server, account);
      officers.push({ userId, deskId, caller });
      await caller.must('POST', `/desks/${deskId}/sign-in`);
    }
  } catch (error) {
    await letGo(admin, officers);
    throw error;
  }
  return officers;
}

async function letGo(admin: Caller, officers: readonly SeatedOfficer[]): Promise<void> {
  for (const { userId, deskId, caller } of officers) {
    await caller.ask('POST', `/desks/${deskId}/sign-out`);
    await admin.ask('DELETE', `/admin/users/${userId}`);
  }
}
