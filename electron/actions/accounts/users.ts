import type { User } from '../../contract/staff';
import { reachOf, wholeHallReach } from '../../queue/reach';
import { storedReach } from '../../store/account-reach';
import type { Hall } from '../../store/hall';
import { query, type Reader } from '../../store/store';

/** Whether the first account was made. */
export function hasUsers(reader: Reader): boolean {
  return reader.first(query.selectFrom('users').select('id').limit(1)) !== undefined;
}

/** Whether a user's password was given by another, and has to be changed. */
export function mustChangePassword(reader: Reader, userId: number): boolean {
  const row = reader.first(query.selectFrom('users').select('mustChangePassword').where('id', '=', userId));
  return row?.mustChangePassword === 1;
}

/** A user as the user sees it, or undefined. */
export function readUser(reader: Reader, hall: Hall, userId: number): User | undefined {
  const row = reader.first(
    query
      .selectFrom('users')
      .select(['username', 'displayName', 'role', 'wholeHall', 'institutionsJson', 'counterIdsJson'])
      .where('id', '=', userId),
  );
  if (!row) return undefined;
  const { username, displayName, role } = row;
  const account = role === 'admin' ? wholeHallReach : storedReach(row);
  const counterIds = reachOf(account, hall.institutionOf)?.map(String) ?? null;
  const { wholeHall, institutions } = account;
  return {
    id: String(userId),
    username,
    displayName,
    role,
    wholeHall,
    institutions: [...institutions],
    counterIds,
  };
}
