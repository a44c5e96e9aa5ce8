import { type AdminUser, adminUser } from '../../contract/admin';
import { query, type Reader } from '../../store/store';

/** A user as admins see it, with the version that an edit is checked against. */
export interface VersionedUser {
  readonly user: AdminUser;
  readonly version: number;
}

/** All users by name. */
export function listUsers(reader: Reader): VersionedUser[] {
  return reader.all(query.selectFrom('users').selectAll().orderBy('username')).map(shownUser);
}

/** One user, or undefined. */
export function findUser(reader: Reader, userId: number): VersionedUser | undefined {
  const row = reader.first(query.selectFrom('users').selectAll().where('id', '=', userId));
  return row && shownUser(row);
}

/** Whether the first account was made. */
export function hasUsers(reader: Reader): boolean {
  return reader.first(query.selectFrom('users').select('id').limit(1)) !== undefined;
}

function shownUser(row: {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: AdminUser['role'];
  readonly counterIdsJson: string | null;
  readonly active: 0 | 1;
  readonly version: number;
}): VersionedUser {
  const counterIds = row.counterIdsJson === null ? null : (JSON.parse(row.counterIdsJson) as number[]);
  return {
    user: adminUser.parse({
      id: String(row.id),
      username: row.username,
      displayName: row.displayName,
      role: row.role,
      counterIds: counterIds?.map(String) ?? null,
      active: row.active === 1,
    }),
    version: row.version,
  };
}
