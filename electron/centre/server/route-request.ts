import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { CentreRouteName, centreRoutes } from '../../contract/centre/routes';
import { Refusal } from '../../queue/refusal';
import type { Person } from '../accounts/sessions';
import type { CentreCallerOf } from './callers';

type Routes = typeof centreRoutes;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Field<Name extends CentreRouteName, Key extends string> =
  Routes[Name] extends Record<Key, infer Schema> ? Output<Schema> : undefined;

/** What a handler answers: one of the route's statuses with that status's body. */
export type CentreAnswer<Name extends CentreRouteName> = {
  [Status in keyof Routes[Name]['answers']]: {
    readonly status: Status;
    readonly body: Routes[Name]['answers'][Status] extends z.ZodType
      ? z.input<Routes[Name]['answers'][Status]>
      : null;
  };
}[keyof Routes[Name]['answers']];

/** A checked request as a handler gets it. */
export interface CentreRequest<Name extends CentreRouteName> {
  readonly params: Field<Name, 'params'>;
  readonly query: Field<Name, 'query'>;
  readonly body: Field<Name, 'body'>;
  readonly caller: CentreCallerOf;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Handlers by the names of their routes. */
export type CentreHandlers<Names extends CentreRouteName = CentreRouteName> = {
  readonly [Name in Names]: (request: CentreRequest<Name>) => Promise<CentreAnswer<Name>>;
};

/** Who is signed in, at a route that only people may call. */
export function signedIn({ caller }: { readonly caller: CentreCallerOf }): Person {
  if (caller.kind !== 'person') throw new Refusal('not_signed_in');
  return caller.person;
}
