import { join } from 'node:path';
import type { ActionContext, Actor } from '../../../electron/actions/action';
import { endDay } from '../../../electron/actions/end-day';
import { createPerformer, type Performer, type RequestKey } from '../../../electron/actions/perform';
import { Refusal } from '../../../electron/queue/refusal';
import { businessDateAt } from '../../../electron/store/business-date';
import { type Hall, keepHall } from '../../../electron/store/hall';
import { importConfiguration } from '../../../electron/store/import-configuration';
import { openStore, query, type Store } from '../../../electron/store/store';
import { movableClock } from '../../support/movable-clock';
import { smallHall } from '../../support/small-hall';
import { HallModel, type ModelUser, type Outcome } from './hall-model';

interface Request {
  readonly key: RequestKey;
  readonly actor: Actor;
  readonly action: (context: ActionContext) => unknown;
}

/** The hall itself, in a database file that can be closed and opened again between any two verbs. */
export class RealHall {
  readonly clock = movableClock('2026-11-24T08:30+07:00');
  readonly #file: string;
  #store: Store;
  #performer: Performer;
  #keys = 0;
  hall: () => Hall = () => {
    throw new Error('the hall is not open');
  };
  #last: { readonly request: Request; readonly outcome: Outcome } | null = null;

  constructor(folder: string) {
    this.#file = join(folder, 'antre.sqlite');
    this.#store = openStore(this.#file);
    importConfiguration(this.#store, smallHall, this.clock.now());
    this.#performer = this.#open();
  }

  get store(): Store {
    return this.#store;
  }

  #open(): Performer {
    const hall = keepHall(this.#store);
    this.hall = hall;
    return createPerformer({ store: this.#store, clock: this.clock, hall });
  }

  businessDate(): string {
    return businessDateAt(this.#store, this.clock.now(), this.hall().settings.timezone);
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
      const { body } = this.#performer.perform(request.actor, request.key, (context) => ({
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
    this.#performer = this.#open();
  }

  nextDay(moment: string): void {
    this.clock.set(moment);
    this.#performer.perform({ kind: 'system' }, null, (context) => ({ status: 200, body: endDay(context) }));
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
    { role: 'supervisor', counters: ['L'] },
  ] as const;
  const users = people.map((person, index) =>
    real.store.write((transaction): ModelUser => {
      const { lastId: userId } = transaction.run(
        query.insertInto('users').values({
          username: `user-${index}`,
          displayName: `User ${index}`,
          role: person.role,
          passwordHash: '',
          counterIdsJson: null,
          createdAt: 0,
        }),
      );
      return { ...person, userId };
    }),
  );
  const { counters } = keepHall(real.store)();
  const model = new HallModel(
    counters.flatMap((counter) =>
      counter.services.map((service) => ({
        id: service.id,
        counter: counter.code,
        prefix: service.prefix,
        quota: service.quotaPerDay,
      })),
    ),
    counters.flatMap((counter) =>
      counter.desks.map((desk) => ({
        id: desk.id,
        counter: counter.code,
        user: null,
        paused: false,
        run: 0,
      })),
    ),
    users,
  );
  return { model, counterIds: new Map(counters.map((counter) => [counter.code, counter.id])) };
}
