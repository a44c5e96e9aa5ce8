import { sql } from 'kysely';
import type { CentreUser } from '../../contract/centre/people';
import type { CentreRole } from '../../contract/centre/route';
import { Refusal } from '../../queue/refusal';
import { type CentreDatabase, lockFor } from '../database/engine';
import { audit } from './audit';
import { endSessionsOf } from './sessions';

/** More people than any office of a province has. */
const mostPeople = 1000;

type Query = Pick<CentreDatabase, 'query'>;
type Transaction = CentreDatabase['query'];

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: CentreRole;
  readonly hallIds: readonly number[];
  readonly passwordHash: string;
}

/** Makes the first account, an admin. Throws `Refusal('already_set_up')`. */
export async function makeFirstAccount(
  { query }: Query,
  account: Pick<NewAccount, 'username' | 'displayName' | 'passwordHash'> & { readonly centreName: string },
  now: number,
): Promise<number> {
  return await query.transaction().execute(async (transaction) => {
    await lockFor(transaction, 'first account');
    if (await hasAccounts({ query: transaction })) throw new Refusal('already_set_up');
    const id = await insert(transaction, { ...account, role: 'admin', hallIds: [] }, false, now);
    await transaction.updateTable('centre').set({ set_up_code: null, name: account.centreName }).execute();
    await audit(transaction, { at: now, accountId: id, action: 'setup', subject: `account:${id}` });
    return id;
  });
}

/** Whether the first account was made. */
export async function hasAccounts({ query }: Query): Promise<boolean> {
  return (await query.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** An account that may sign in, with the hash of its password, or undefined. */
export function findAccount({ query }: Query, username: string) {
  return query
    .selectFrom('accounts')
    .select(['id', 'password_hash'])
    .where('username', '=', username)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** Everybody who has an account, by name. */
export async function readAccounts({ query }: Query, id?: number): Promise<CentreUser[]> {
  const rows = await query
    .selectFrom('accounts')
    .select(['id', 'username', 'display_name', 'role'])
    .select(
      sql<number[]>`array(select hall_id from account_halls where account_id = accounts.id order by 1)`.as(
        'halls',
      ),
    )
    .where('removed_at', 'is', null)
    .$if(id !== undefined, (all) => all.where('id', '=', id ?? 0))
    .orderBy('display_name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    hallIds: row.role === 'viewer' ? row.halls.map(String) : null,
  }));
}

/** One account. Throws `Refusal('not_found')`. */
export async function readAccount(query: Query, id: number): Promise<CentreUser> {
  const [found] = await readAccounts(query, id);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** Adds an account with a password that its owner must change. Throws `Refusal`: `already_exists`, `limit_reached`. */
export async function addAccount(
  transaction: Transaction,
  account: NewAccount,
  now: number,
): Promise<number> {
  const taken = await transaction
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', account.username)
    .executeTakeFirst();
  if (taken) throw new Refusal('already_exists');
  const { count } = await transaction
    .selectFrom('accounts')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostPeople) throw new Refusal('limit_reached');
  return await insert(transaction, account, true, now);
}

/** Changes an account. Throws `Refusal`: `not_found`, `last_admin`. */
export async function changeAccount(
  transaction: Transaction,
  id: number,
  change: {
    readonly displayName?: string | undefined;
    readonly role?: CentreRole | undefined;
    readonly hallIds?: readonly number[] | undefined;
  },
): Promise<void> {
  const before = await readAccount({ query: transaction }, id);
  const role = change.role ?? before.role;
  if (before.role === 'admin' && role !== 'admin') await requireAnotherAdmin(transaction, id);
  await transaction
    .updateTable('accounts')
    .set({ display_name: change.displayName ?? before.displayName, role })
    .where('id', '=', id)
    .execute();
  if (change.hallIds) await setHalls(transaction, id, change.hallIds);
}

/** Removes an account and ends its sessions. Throws `Refusal`: `not_found`, `last_admin`. */
export async function removeAccount(transaction: Transaction, id: number, now: number): Promise<void> {
  const before = await readAccount({ query: transaction }, id);
  if (before.role === 'admin') await requireAnotherAdmin(transaction, id);
  // The name is free again; what was done stays the account's.
  await transaction
    .updateTable('accounts')
    .set({ removed_at: now, username: `${before.username}#${id}`, password_hash: '' })
    .where('id', '=', id)
    .execute();
  await endSessionsOf({ query: transaction }, id);
}

/** Sets a password; `mustChange`: another chose it. */
export async function setPassword(
  transaction: Transaction,
  id: number,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ password_hash: passwordHash, must_change_password: mustChange })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
}

async function insert(
  transaction: Transaction,
  { username, displayName, role, hallIds, passwordHash }: NewAccount,
  mustChange: boolean,
  now: number,
): Promise<number> {
  const { id } = await transaction
    .insertInto('accounts')
    .values({
      username,
      display_name: displayName,
      role,
      password_hash: passwordHash,
      must_change_password: mustChange,
      made_at: now,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setHalls(transaction, id, hallIds);
  return id;
}

/** Halls that aren't there are refused by name of the field. */
async function setHalls(transaction: Transaction, id: number, hallIds: readonly number[]): Promise<void> {
  await transaction.deleteFrom('account_halls').where('account_id', '=', id).execute();
  if (hallIds.length === 0) return;
  const wanted = [...new Set(hallIds)];
  const known = await transaction.selectFrom('halls').select('id').where('id', 'in', wanted).execute();
  if (known.length !== wanted.length) throw new Refusal('not_found');
  await transaction
    .insertInto('account_halls')
    .values(wanted.map((hallId) => ({ account_id: id, hall_id: hallId })))
    .execute();
}

/** Two admins who take each other's role away wait for one another. */
async function requireAnotherAdmin(transaction: Transaction, id: number): Promise<void> {
  const admins = await transaction
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (!admins.some((each) => each.id !== id)) throw new Refusal('last_admin');
}
