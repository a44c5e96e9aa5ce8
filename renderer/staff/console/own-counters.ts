import type { Desk, User } from '../../../electron/contract/staff';

/** The counters of a desk that an officer may serve there, the desk's own first. */
export function ownCounters({ counters }: Desk, { counterIds }: Pick<User, 'counterIds'>): Desk['counters'] {
  return counterIds === null ? counters : counters.filter(({ id }) => counterIds.includes(id));
}
