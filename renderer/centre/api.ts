import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { centreRouteAddresses } from '../../electron/contract/centre/route-addresses';
import type { CentreRouteName, centreRoutes } from '../../electron/contract/centre/routes';
import { type AnyRequest, callAddress } from '../client/api';

type Routes = typeof centreRoutes;
type Input<Name extends CentreRouteName, Key extends string> =
  Routes[Name] extends Record<Key, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;
type AnswerOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
/** What a route of the centre answers. */
export type CentreAnswer<Name extends CentreRouteName> = {
  [Status in keyof Routes[Name]['answers']]: AnswerOf<Routes[Name]['answers'][Status]>;
}[keyof Routes[Name]['answers']];

export interface CentreRequest<Name extends CentreRouteName> {
  readonly params?: Input<Name, 'params'>;
  readonly query?: Input<Name, 'query'>;
  readonly body?: Input<Name, 'body'>;
}

/**
 * Calls a route of the centre by its name in its table. Returns the body (null for 204). Throws `Refused` for a problem answer,
 * `Unreachable` where no answer came.
 */
export async function callCentre<Name extends CentreRouteName>(
  name: Name,
  request: CentreRequest<Name> & Pick<AnyRequest, 'signal'> = {},
): Promise<CentreAnswer<Name>> {
  return (await callAddress(centreRouteAddresses[name], request as AnyRequest)) as CentreAnswer<Name>;
}

/** Under what an answer is kept. */
export function centreKey<Name extends CentreRouteName>(name: Name, request: CentreRequest<Name> = {}) {
  return [name, request] as const;
}

/** What a route answers, kept and shared by all who ask the same; null: it isn't asked yet. */
export function useCentre<Name extends CentreRouteName>(
  name: Name,
  request: CentreRequest<Name> | null = {},
  options: { readonly refetchInterval?: number } = {},
): UseQueryResult<CentreAnswer<Name>> {
  return useQuery({
    ...options,
    queryKey: centreKey(name, request ?? {}),
    queryFn: ({ signal }) => callCentre(name, { ...request, signal } as CentreRequest<Name>),
    enabled: request !== null,
  });
}

/** Has all that was asked by some routes asked again, as far as it is shown. */
export function refresh(queries: QueryClient, ...names: readonly CentreRouteName[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => names.includes(name as CentreRouteName),
  });
}
