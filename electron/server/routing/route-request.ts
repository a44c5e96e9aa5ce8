import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ActionContext } from '../../actions/action';
import type { SubjectKind } from '../../contract/history/subject-names';
import type { RouteName, routes } from '../../contract/routes';
import type { HeavyInput, HeavyJob, HeavyResult } from '../../heavy/heavy-jobs';
import type { Reach } from '../../queue/reach';
import type { ViewContext } from '../../views/view-context';
import type { ProvenCaller } from '../callers';

type Routes = typeof routes;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Field<Name extends RouteName, Key extends string> =
  Routes[Name] extends Record<Key, infer Schema> ? Output<Schema> : undefined;

/** What a handler answers: one of the route's statuses with that status's body. */
export type RouteAnswer<Name extends RouteName> = {
  [Status in keyof Routes[Name]['answers']]: {
    readonly status: Status;
    readonly body: Routes[Name]['answers'][Status] extends z.ZodType
      ? z.input<Routes[Name]['answers'][Status]>
      : null;
  };
}[keyof Routes[Name]['answers']];

/** What an edit was, for the audit row. */
export interface Edit {
  /** What was made or changed, where the path doesn't say which. */
  readonly subject?: SubjectKind | `${SubjectKind}:${string}`;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A file as it was sent, in a place of its own until the request has been answered; nobody has looked at it yet. */
export interface SentFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A checked request as a handler gets it. */
export interface RouteRequest<Name extends RouteName> {
  readonly params: Field<Name, 'params'>;
  readonly query: Field<Name, 'query'>;
  readonly body: Field<Name, 'body'>;
  readonly file: Routes[Name] extends { readonly file: unknown } ? SentFile : undefined;
  readonly caller: ProvenCaller;
  /** The counters that the caller reaches, by ids; null: the whole hall. */
  readonly reach: Reach;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
  /** The store as it stands now, to make views of. */
  look(): ViewContext;
  /**
   * Has heavy work done in the process for it, once it is the caller's turn, of the store as it stands then. Throws
   * `Refusal`: what the work refuses, `too_many_requests` where too much waits, `work_broken_off`, `work_too_long`.
   */
  heavy<Job extends HeavyJob>(job: Job, input: HeavyInput<Job>): Promise<HeavyResult<Job>>;
  /**
   * Runs an action and makes the answer of it in one transaction, under the request's idempotency key; an act of a
   * signed-in user or of another program leaves an audit row in the same transaction.
   */
  act(action: (context: ActionContext) => RouteAnswer<Name> & { readonly edit?: Edit }): RouteAnswer<Name>;
  /**
   * The same together with whoever asks in this turn: for what many ask for at once. Not for what changes the
   * configuration, which whoever comes next in the same transaction would not see.
   */
  actTogether(
    action: (context: ActionContext) => RouteAnswer<Name> & { readonly edit?: Edit },
  ): Promise<RouteAnswer<Name>>;
}

/** A route's handler. */
export type Handler<Name extends RouteName> = (
  request: RouteRequest<Name>,
) => RouteAnswer<Name> | Promise<RouteAnswer<Name>>;

/** Handlers by the names of their routes. */
export type Handlers<Names extends RouteName> = { readonly [Name in Names]: Handler<Name> };

/** An action's context as views take it: what was changed in the transaction is seen. */
export function viewContextOf(context: ActionContext): ViewContext {
  return {
    reader: context.transaction,
    hall: context.hall,
    now: context.now,
    businessDate: context.businessDate,
  };
}

/** Without the fields that were not sent. */
export function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
