import { sql } from 'kysely';
import { hashToken, newToken } from '../../actions/accounts/secret-hash';
import type { CentreRole } from '../../contract/centre/route';
import type { CentreDatabase } from '../database/engine';

/** Who is signed in. */
export interface Person {
  readonly accountId: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: CentreRole;
  /** The halls that the account sees; null: all. */
  readonly hallIds: readonly number[] | null;
  readonly mustChangePassword: boolean;
  readonly tokenHash: string;
}

const hour = 3_600_000;
const idleMs = 12 * hour;
const longestMs = 7 * 24 * hour;
/** How often a session in use is written down as such. */
const seenEveryMs = 60_000;

type Query = Pick<CentreDatabase, 'query'>;

/** Signs an account in; returns the token for the cookie, of which only the hash is kept. */
export async function openSession({ query }: Query, accountId: number, now: number): Promise<string> {
  const token = newToken();
  await query
    .insertInto('sessions')
    .values({ token_hash: hashToken(token), account_id: accountId, begun_at: now, seen_at: now })
    .execute();
  return token;
}

/** Who is signed in by a token, or undefined. */
export async function findSession({ query }: Query, token: string, now: number): Promise<Person | undefined> {
  const tokenHash = hashToken(token);
  const row = await query
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select(['accounts.id', 'username', 'display_name', 'role', 'must_change_password', 'seen_at'])
    .select(
      sql<number[]>`array(select hall_id from account_halls where account_id = accounts.id order by 1)`.as(
        'halls',
      ),
    )
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '>', now - idleMs)
    .where('begun_at', '>', now - longestMs)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (Math.abs(now - row.seen_at) > seenEveryMs)
    await query.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
  return {
    accountId: row.id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    hallIds: row.role === 'viewer' ? row.halls : null,
    mustChangePassword: row.must_change_password,
    tokenHash,
  };
}

/** Ends a session. */
export async function endSession({ query }: Query, tokenHash: string): Promise<void> {
  await query.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends the sessions of an account, but for one where that is said. */
export async function endSessionsOf(
  { query }: Query,
  accountId: number,
  exceptHash: string | null = null,
): Promise<void> {
  await query
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(exceptHash !== null, (some) => some.where('token_hash', '!=', exceptHash ?? ''))
    .execute();
}

/** Forgets what is over: sessions, and tries of long ago. */
export async function forgetOld({ query }: Query, now: number): Promise<void> {
  await query
    .deleteFrom('sessions')
    .where((row) => row.or([row('seen_at', '<=', now - idleMs), row('begun_at', '<=', now - longestMs)]))
    .execute();
  await query
    .deleteFrom('attempts')
    .where('last_at', '<', now - longestMs)
    .execute();
}
