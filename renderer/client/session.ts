import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Session } from '../../electron/contract/staff';
import { callRoute, Refused } from './api';
import { routeKey } from './use-route';

/** Under what it is kept who is signed in. */
export const sessionKey = routeKey('session');

/** Who is signed in, or null; `refetchInterval`: so often it is looked whether that still holds. */
export function useSession(
  options: { readonly refetchInterval?: number | false } = {},
): UseQueryResult<Session | null> {
  return useQuery({ ...options, queryKey: sessionKey, queryFn: readSession });
}

/** Throws where there is no answer, so that it is asked again. */
async function readSession(): Promise<Session | null> {
  try {
    return await callRoute('session');
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}
