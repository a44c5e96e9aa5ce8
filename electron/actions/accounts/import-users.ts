import { randomInt } from 'node:crypto';
import type { ImportFault } from '../../contract/admin';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';
import { insertUser } from './add-user';
import type { ListedUser } from './read-user-list';

/** Which of a list's people have a user name that is taken already. */
export function takenNames(reader: Reader, users: readonly ListedUser[]): ImportFault[] {
  const taken = new Set(reader.all(query.selectFrom('users').select('username')).map((row) => row.username));
  return users
    .filter(({ username }) => taken.has(username))
    .map(({ line, username }) => ({
      line,
      column: 'nama_pengguna',
      kind: 'already_exists',
      value: username,
    }));
}

/** Adds all people of a list. Throws `Refusal('already_exists')`; then none is added. */
export function importUsers(
  context: ActionContext,
  users: readonly (ListedUser & { readonly passwordHash: string })[],
): void {
  for (const { username, displayName, role, reach, passwordHash } of users) {
    const account = { username, displayName, role, passwordHash, active: true, leave: [] };
    insertUser(context, { ...account, mustChangePassword: true }, reach);
  }
}

/** Without letters and digits that are read as others. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand out on paper: `k7fm-3xqa-9hwc`, 59 random bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}
