import type { User } from '../../contract/staff';
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
export function readUser(reader: Reader, userId: number): User | undefined {
  const row = reader.first(
    query
      .selectFrom('users')
      .select(['username', 'displayName', 'role', 'counterIdsJson'])
      .where('id', '=', userId),
  );
  if (!row) return undefined;
  const { counterIdsJson, ...user } = row;
  const counterIds = counterIdsJson === null ? null : (JSON.parse(counterIdsJson) as number[]).map(String);
  return { id: String(userId), ...user, counterIds };
}
