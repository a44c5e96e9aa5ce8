import { join } from 'node:path';
import type { ActionContext, Actor } from '../../../electron/actions/action';
import {
  type ActionRunner,
  createActionRunner,
  type RequestKey,
} from '../../../electron/actions/action-runner';
import { confirmClock } from '../../../electron/actions/days/confirm-clock';
import { endDay } from '../../../electron/actions/end-day';
import type { Configuration } from '../../../electron/contract/configuration';
import { createLog } from '../../../electron/log';
import { formatEpochDay } from '../../../electron/queue/local-day';
import { Refusal } from '../../../electron/queue/refusal';
import { businessDateAt } from '../../../electron/store/business-date';
import { type Hall, keepHall } from '../../../electron/store/hall';
import { importConfiguration } from '../../../electron/store/import-configuration';
import { openStore, query, type Store } from '../../../electron/store/store';
import { HallTime, isDateSure } from '../../../electron/time/hall-time';
import { movableClock } from '../../support/movable-clock';
import { smallHall } from '../../support/small-hall';
import { ClockModel, dayOf } from './clock-model';
import { graceMinutes, HallModel } from './hall-model';
import type { ModelUser, Outcome } from './model-parts';

const log = createLog('silent');

interface Request {
  readonly key: RequestKey;
  readonly actor: Actor;
  readonly action: (context: ActionContext) => unknown;
}

/** The small hall, where desk 1 of A, whose first officer is of A alone, and desk 3 of IM serve L too. */
const sharingHall: Configuration = {
  ...smallHall,
  counters: smallHall.counters.map((counter) => ({
    ...counter,
    desks: counter.desks.map((desk) =>
      desk.number === 1 || desk.number === 3 ? { ...desk, otherCounters: [{ code: 'L' }] } : desk,
    ),
  })),
};

/** The hall itself, in a database file that can be closed and opened again between any two verbs. */
export class RealHall {
  readonly clock = movableClock('2026-11-24T08:30+07:00');
  readonly #file: string;
  #store: Store;
  #actionRunner: ActionRunner;
  #time: HallTime;
  #keys = 0;
  hall: () => Hall = () => {
    throw new Error('the hall is not open');
  };
  #last: { readonly request: Request; readonly outcome: Outcome } | null = null;

  constructor(folder: string) {
    this.#file = join(folder, 'antre.sqlite');
    this.#store = openStore(this.#file);
    const settings = {
      practice: false,
      graceMinutes,
      absentGivesNumbers: false,
      breaksNeedAsking: true,
      phoneJoining: true,
    };
    importConfiguration(this.#store, { ...sharingHall, settings }, this.clock.now());
    [this.#actionRunner, this.#time] = this.#open();
  }

  /** The hall's time by the computer's clock. */
  get time(): HallTime {
    return this.#time;
  }

  get store(): Store {
    return this.#store;
  }

  #open(): [ActionRunner, HallTime] {
    const store = this.#store;
    const hall = keepHall(store);
    this.hall = hall;
    const timezone = () => hall().settings.timezone;
    const time = new HallTime({ machine: this.clock.machine, store, timezone, log });
    return [createActionRunner({ store, clock: time, hall }), time];
  }

  businessDate(): string {
    return businessDateAt(this.#store, this.#time.now(), this.hall().settings.timezone);
  }

  /** Does a verb as a request with a key of its own. */
  perform(actor: Actor, action: (context: ActionContext) => unknown): Outcome {
    this.#keys += 1;
    const key = { caller: 'model', route: 'model', key: `key-${this.#keys}`, body: null };
    const request = { key, actor, action };
    const outcome = this.#ask(request);
    this.#last = { request, outcome };
    return outcome;
  }

  /** The last request once more with the same key, as a console sends it whose line broke before the answer. */
  repeat(): { readonly first: Outcome; readonly again: Outcome } | null {
    return this.#last && { first: this.#last.outcome, again: this.#ask(this.#last.request) };
  }

  #ask(request: Request): Outcome {
    try {
      const { body } = this.#actionRunner.perform(request.actor, request.key, (context) => ({
        status: 200,
        body: request.action(context) ?? null,
      }));
      return { answer: body };
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.code };
      throw error;
    }
  }

  restart(): void {
    this.#store.close();
    this.#store = openStore(this.#file);
    [this.#actionRunner, this.#time] = this.#open();
  }

  /** What the hall does of itself at least every minute: it looks at the clock, and ends dates that are over. */
  minute(): void {
    this.#time.tick();
    if (!isDateSure(this.#store, this.#time, this.hall().settings.timezone)) return;
    this.#actionRunner.perform({ kind: 'system' }, null, (context) => ({
      status: 200,
      body: endDay(context),
    }));
  }

  /** An admin's word that the computer's clock is right, as its route takes it. Returns the code of a refusal, or null. */
  confirmClock(): string | null {
    const time = this.#time;
    const isMeasured = time.doubt()?.kind === 'held';
    const ahead = time.now() - time.computer();
    const date = formatEpochDay(dayOf(time.computer()));
    try {
      time.follow(() =>
        this.#actionRunner.perform({ kind: 'system' }, null, (context) => {
          confirmClock(context, { date, ahead, isMeasured, kept: time.kept() });
          return { status: 200, body: null };
        }),
      );
      // Keys of requests are kept for a day only, and the word may have skipped it.
      this.#last = null;
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  token(ticketId: number): string {
    const row = this.#store.first(query.selectFrom('tickets').select('token').where('id', '=', ticketId));
    if (!row) throw new Error(`no ticket ${ticketId}`);
    return row.token;
  }

  close(): void {
    this.#store.close();
  }
}

/** The users that the mixes of verbs are done by, as actors. */
export function actorOf(user: ModelUser, counterIds: ReadonlyMap<string, number>): Actor {
  return {
    kind: 'user',
    userId: user.userId,
    role: user.role,
    counterIds: user.counters?.map((code) => counterIds.get(code) ?? 0) ?? null,
  };
}

/** Adds users to a real hall, and the model of that hall with its users. */
export function modelOf(real: RealHall): {
  readonly model: HallModel;
  readonly counterIds: ReadonlyMap<string, number>;
} {
  const people = [
    { role: 'staff', counters: ['A'] },
    { role: 'staff', counters: ['IM', 'L'] },
    { role: 'staff', counters: null },
    { role: 'supervisor', counters: null },
    { role: 'supervisor', counters: ['L'] },
  ] as const;
  const { counters, counter, desk: desks } = keepHall(real.store)();
  const counterIds = new Map(counters.map(({ id, code }) => [code, id]));
  const users = people.map((person, index) =>
    real.store.write((transaction): ModelUser => {
      const { lastId: userId } = transaction.run(
        query.insertInto('users').values({
          username: `user-${index}`,
          displayName: `User ${index}`,
          role: person.role,
          passwordHash: '',
          wholeHall: 1,
          counterIdsJson:
            person.counters && JSON.stringify(person.counters.map((code) => counterIds.get(code))),
          createdAt: 0,
        }),
      );
      return { ...person, userId };
    }),
  );
  const model = new HallModel(
    counters.flatMap(({ code, services }) =>
      services.map((service) => ({
        id: service.id,
        counter: code,
        prefix: service.prefix,
        quota: service.quotaPerDay,
      })),
    ),
    [...desks.values()].map((desk) => ({
      id: desk.id,
      counters: desk.counterIds.map((id) => counter.get(id)?.code ?? ''),
      user: null,
      paused: false,
      asked: null,
      help: null,
      run: 0,
      since: 0,
      pausedAt: 0,
      pausedUntil: null,
      leftAt: 0,
    })),
    users,
    new ClockModel(real.clock.now()),
  );
  return { model, counterIds };
}
