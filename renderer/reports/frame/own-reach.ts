import type { MenuCounter } from '../../../electron/contract/site';
import { useSession } from '../../client/session';
import { useRoute } from '../../client/use-route';

/** The institutions whose figures are read, in words; null: the whole hall's, or nobody knows yet. */
export function useOwnInstitutions(): string | null {
  const user = useSession().data?.user;
  return user === undefined || user.wholeHall ? null : user.institutions.join(', ');
}

/** The counters whose figures may be read, in the order of the menu; undefined while they are read. */
export function useOwnCounters(): readonly MenuCounter[] | undefined {
  const user = useSession().data?.user;
  const menu = useRoute('counters').data;
  return user && menu?.filter(({ id }) => user.counterIds?.includes(id) ?? true);
}
