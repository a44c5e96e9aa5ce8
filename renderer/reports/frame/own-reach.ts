import { useQuery } from '@tanstack/react-query';
import type { MenuCounter } from '../../../electron/contract/site';
import { callRoute } from '../../client/api';
import { readSession } from '../../client/session';

/** The institutions whose figures are read, in words; null: the whole hall's, or nobody knows yet. */
export function useOwnInstitutions(): string | null {
  const user = useQuery({ queryKey: ['session'], queryFn: readSession }).data?.user;
  return user === undefined || user.wholeHall ? null : user.institutions.join(', ');
}

/** The counters whose figures may be read, in the order of the menu; undefined while they are read. */
export function useOwnCounters(): readonly MenuCounter[] | undefined {
  const user = useQuery({ queryKey: ['session'], queryFn: readSession }).data?.user;
  const menu = useQuery({ queryKey: ['reports', 'counters'], queryFn: () => callRoute('counters') }).data;
  return user && menu?.filter(({ id }) => user.counterIds?.includes(id) ?? true);
}
