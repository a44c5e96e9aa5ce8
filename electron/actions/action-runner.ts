import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { problemStatus } from '../contract/problems';
import { Refusal } from '../queue/refusal';
import { businessDateAt } from '../store/business-date';
import type { Hall } from '../store/hall';
import { prepared } from '../store/prepared';
import type { Tables } from '../store/schema';
import { query, type Store, type Transaction } from '../store/store';
import type { ActionContext, Actor } from './action';

/** A request's `Idempotency-Key`, which belongs to its caller and route, and the body it came with. */
export interface RequestKey {
  /** `kiosk-1`, `user:7`, `holder:TOKEN`. */
  readonly caller: string;
  readonly route: string;
  readonly key: string;
  readonly body: unknown;
  /** Whether only so few of the caller's keys are kept: who holds a ticket could make any number. */
  readonly fewKept?: boolean;
  /**
   * Given where nothing that is kept may lead to who asked: the route to be kept, which names nobody. Caller, key and body
   * are kept as one hash then, by a secret of this process that nobody can try them by; after a restart, the same
   * request is a new one.
   */
  readonly unlinkableRoute?: string;
}

/** What a request was answered: the status, and the body or null. A refusal's body is its code and details. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface ActionRunner {
  /**
   * Runs one action in one immediate transaction and turns what it answered into the answer to the caller,
   * still inside the transaction. With a key, the answer (a refusal's too) is committed with the change itself,
   * and the same key and body get it again without the action being run; another body throws
   * `Refusal('idempotency_conflict')`. A refusal is thrown on.
   */
  perform(actor: Actor, key: RequestKey | null, action: (context: ActionContext) => Answer): Answer;
  /**
   * The same, for what many ask for at once: those who ask in the same turn share one transaction and so one write to
   * the disk. One that is refused changes nothing, one that fails fails alone; nobody is answered before all of it is on
   * disk.
   */
  performTogether(
    actor: Actor,
    key: RequestKey | null,
    action: (context: ActionContext) => Answer,
  ): Promise<Answer>;
  /** Runs one action in one immediate transaction and answers what it answers. Its refusal is thrown on. */
  run<Result>(actor: Actor, action: (context: ActionContext) => Result): Result;
  /** Forgets the keys that are older than a day. */
  forgetOldKeys(): void;
}

/** A key is kept this long; then the same key is a new request. */
const keyKeptMs = 24 * 3_600_000;

const rememberedAnswer = prepared((values: Pick<RequestKey, 'caller' | 'route' | 'key'>) =>
  query
    .selectFrom('idempotency_keys')
    .select(['bodyHash', 'status', 'answerJson', 'createdAt'])
    .where('caller', '=', values.caller)
    .where('route', '=', values.route)
    .where('key', '=', values.key),
);
const rememberAnswer = prepared((values: Tables['idempotency_keys']) => {
  const answer = {
    bodyHash: values.bodyHash,
    status: values.status,
    answerJson: values.answerJson,
    createdAt: values.createdAt,
  };
  return query
    .insertInto('idempotency_keys')
    .values({ caller: values.caller, route: values.route, key: values.key, ...answer })
    .onConflict((conflict) => conflict.columns(['caller', 'route', 'key']).doUpdateSet(answer));
});

/** Of those who hold a ticket: each press makes one key, and there is little to press. */
const fewKeys = 20;
const olderKeys = prepared((values: Pick<RequestKey, 'caller'>) =>
  query
    .deleteFrom('idempotency_keys')
    .where(
      'key',
      'in',
      query
        .selectFrom('idempotency_keys as own')
        .select('own.key')
        .where('own.caller', '=', values.caller)
        .orderBy('own.createdAt', 'desc')
        .limit(1_000)
        .offset(fewKeys),
    )
    .where('caller', '=', values.caller),
);

interface StoredRefusal {
  readonly refusal: Refusal['code'];
  readonly details: Refusal['details'];
}

interface Request {
  readonly actor: Actor;
  readonly key: RequestKey | null;
  readonly action: (context: ActionContext) => Answer;
}

interface WaitingRequest extends Request {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

type Outcome = { readonly answer: Answer } | { readonly refusal: Refusal };

function settle({ resolve, reject }: WaitingRequest, outcome: Outcome): void {
  if ('answer' in outcome) resolve(outcome.answer);
  else reject(outcome.refusal);
}

/**
 * Makes the one way by which actions run: each in a savepoint with the present moment, hall and business date, what is
 * waiting in one transaction, and a request's answer kept under its idempotency key in that same transaction.
 */
export function createActionRunner(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hall: () => Hall;
}): ActionRunner {
  const { store, clock } = parts;
  const contextOf = (transaction: Transaction, actor: Actor): ActionContext => {
    const now = clock.now();
    const hall = parts.hall();
    const businessDate = businessDateAt(transaction, now, hall.settings.timezone);
    return { transaction, hall, now, businessDate, actor };
  };
  /** Runs one action in its savepoint, or finds what it was answered before. */
  const attempt = (transaction: Transaction, { actor, key, action }: Request): Outcome => {
    const context = contextOf(transaction, actor);
    const kept = key && keptKey(key, context.now);
    if (kept) {
      const earlier = transaction.first(rememberedAnswer(kept));
      if (earlier && earlier.createdAt >= context.now - keyKeptMs) {
        if (earlier.bodyHash !== kept.bodyHash) return { refusal: new Refusal('idempotency_conflict') };
        const body: unknown = earlier.answerJson === null ? null : JSON.parse(earlier.answerJson);
        if (earlier.status >= 400) {
          const stored = body as StoredRefusal;
          return { refusal: new Refusal(stored.refusal, stored.details) };
        }
        return { answer: { status: earlier.status, body } };
      }
    }
    const remember = (status: number, body: unknown) => {
      // What failed on our side may go well at the next try with the same key.
      if (!kept || status >= 500) return;
      // What isn't there can be asked for by any name: nothing is kept of it, and it is not there the next time either.
      if (status === 404) return;
      // Of these nothing tells how many are one caller's, and a refusal is the same the next time.
      if (key?.unlinkableRoute !== undefined && status >= 400) return;
      transaction.run(
        rememberAnswer({
          ...kept,
          status,
          answerJson: body === null || body === undefined ? null : JSON.stringify(body),
        }),
      );
      if (key?.fewKept) transaction.run(olderKeys(key));
    };
    try {
      const answer = transaction.savepoint(() => action(context));
      remember(answer.status, answer.body);
      return { answer };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      remember(problemStatus[error.code], {
        refusal: error.code,
        details: error.details,
      } satisfies StoredRefusal);
      return { refusal: error };
    }
  };
  let waiting: WaitingRequest[] = [];
  const performWaiting = () => {
    const together = waiting;
    waiting = [];
    try {
      const outcomes = store.write((transaction) =>
        together.map((request) => ({ request, outcome: attempt(transaction, request) })),
      );
      for (const { request, outcome } of outcomes) settle(request, outcome);
    } catch {
      // One of them failed, and all were undone with it: each for itself, so that it fails alone.
      for (const request of together) {
        try {
          settle(
            request,
            store.write((transaction) => attempt(transaction, request)),
          );
        } catch (error) {
          request.reject(error);
        }
      }
    }
  };
  return {
    run: (actor, action) => store.write((transaction) => action(contextOf(transaction, actor))),
    forgetOldKeys: () =>
      store.write((transaction) => {
        transaction.run(
          query.deleteFrom('idempotency_keys').where('createdAt', '<', clock.now() - keyKeptMs),
        );
      }),
    perform: (actor, key, action) => {
      const outcome = store.write((transaction) => attempt(transaction, { actor, key, action }));
      if ('answer' in outcome) return outcome.answer;
      throw outcome.refusal;
    },
    performTogether: (actor, key, action) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(performWaiting);
        waiting.push({ actor, key, action, resolve, reject });
      }),
  };
}

/** Nobody but this process has it, and it ends with it. */
const secret = randomBytes(32);
/** The moment of an unlinkable request is kept this roughly, or it would tell whose visit had just ended. */
const roughlyMs = keyKeptMs / 2;

function keptKey({ caller, route, key, body, unlinkableRoute }: RequestKey, now: number) {
  if (unlinkableRoute === undefined) return { caller, route, key, bodyHash: hashBody(body), createdAt: now };
  const whole = JSON.stringify([caller, route, key, body ?? null]);
  return {
    caller: '',
    route: unlinkableRoute,
    key: createHmac('sha256', secret).update(whole).digest('base64url'),
    bodyHash: '',
    createdAt: Math.floor(now / roughlyMs) * roughlyMs,
  };
}

function hashBody(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('base64url');
}
