import { type QueryClient, type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { routeAddresses } from '../../electron/contract/route-addresses';
import type { RouteName } from '../../electron/contract/routes';
import { type Answer, callRoute, type Request } from './api';

type RouteKey<Name extends RouteName> = readonly [name: Name, request: Request<Name>];

/** Under what an answer is kept: the route's name and what it was asked for, and nothing else. */
export function routeKey<Name extends RouteName>(name: Name, request: Request<Name> = {}): RouteKey<Name> {
  return [name, request];
}

/** What a route answers to a request, kept and shared by all who ask the same; null: it isn't asked yet. */
export function useRoute<Name extends RouteName>(
  name: Name,
  request: Request<Name> | null = {},
  options: Pick<
    UseQueryOptions<Answer<Name>, Error, Answer<Name>, RouteKey<Name>>,
    'gcTime' | 'placeholderData' | 'refetchInterval' | 'refetchOnMount' | 'staleTime'
  > = {},
): UseQueryResult<Answer<Name>> {
  return useQuery({
    ...options,
    queryKey: routeKey(name, request ?? {}),
    queryFn: ({ signal }) => callRoute(name, { ...request, signal }),
    enabled: request !== null,
  });
}

/** Has what is at a path of the API and below it (`/admin/users`) asked again, as far as it is shown. */
export function refreshBelow(queries: QueryClient, path: `/${string}`): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      const at = routeAddresses[name as RouteName]?.path;
      return at === path || at?.startsWith(`${path}/`) === true;
    },
  });
}
