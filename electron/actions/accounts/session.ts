import type { Role } from '../../contract/staff';
import type { AccountReach } from '../../queue/reach';
import { storedReach } from '../../store/account-reach';
import { prepared } from '../../store/prepared';
import { sessionIdleMs, sessionLongestMs } from '../../store/sessions';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';
import { hashToken, newToken } from './secret-hash';

/** Who is signed in. */
export interface SessionUser {
  readonly userId: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** What an admin gave the account. */
  readonly account: AccountReach;
  readonly tokenHash: string;
  /** The password was given by another: it has to be changed before anything else. */
  readonly mustChangePassword: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly lastSeenAt: number;
}

/**
 * Signs a user in; returns the token for the cookie, of which only the hash is stored. `address` is the network address
 * that asked, null where none did.
 */
export function openSession(
  { transaction, now }: ActionContext,
  userId: number,
  address: string | null,
): string {
  const token = newToken();
  transaction.run(
    query
      .insertInto('sessions')
      .values({ tokenHash: hashToken(token), userId, createdAt: now, lastSeenAt: now, address }),
  );
  return token;
}

const sessionInUse = prepared((values: { tokenHash: string; idleSince: number; begunSince: number }) =>
  query
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'userId',
      'username',
      'displayName',
      'role',
      'wholeHall',
      'institutionsJson',
      'counterIdsJson',
      'mustChangePassword',
      'lastSeenAt',
    ])
    .where('tokenHash', '=', values.tokenHash)
    .where('lastSeenAt', '>', values.idleSince)
    .where('sessions.createdAt', '>', values.begunSince)
    .where('active', '=', 1),
);

/** The user of a session's token, or undefined: unknown, idle for 8 h, begun 16 h ago, or the user is no longer active. */
export function findSession(reader: Reader, token: string, now: number): SessionUser | undefined {
  const tokenHash = hashToken(token);
  const row = reader.first(
    sessionInUse({ tokenHash, idleSince: now - sessionIdleMs, begunSince: now - sessionLongestMs }),
  );
  if (!row) return undefined;
  const { wholeHall, institutionsJson, counterIdsJson, mustChangePassword, ...user } = row;
  return {
    ...user,
    mustChangePassword: mustChangePassword === 1,
    account: storedReach({ wholeHall, institutionsJson, counterIdsJson }),
    tokenHash,
  };
}

/** Notes that a session is in use. */
export function touchSession({ transaction, now }: ActionContext, tokenHash: string): void {
  transaction.run(query.updateTable('sessions').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash));
}

/** Ends one session of a user. */
export function endSession({ transaction }: ActionContext, userId: number, tokenHash: string): void {
  transaction.run(
    query.deleteFrom('sessions').where('tokenHash', '=', tokenHash).where('userId', '=', userId),
  );
  transaction.announce({ kind: 'account', userId });
}

/** The browser signs in anew: what it was signed in by before ends, whoever that was. */
export function replaceSession({ transaction }: ActionContext, token: string): void {
  const tokenHash = hashToken(token);
  const before = transaction.first(
    query.selectFrom('sessions').select('userId').where('tokenHash', '=', tokenHash),
  );
  if (!before) return;
  transaction.run(query.deleteFrom('sessions').where('tokenHash', '=', tokenHash));
  transaction.announce({ kind: 'account', userId: before.userId });
}

/** Ends all sessions of a user but the one that asks. */
export function endOtherSessions({ transaction }: ActionContext, userId: number, tokenHash: string): void {
  transaction.run(
    query.deleteFrom('sessions').where('userId', '=', userId).where('tokenHash', '!=', tokenHash),
  );
  transaction.announce({ kind: 'account', userId });
}

/** Ends all sessions of a user. */
export function endSessionsOf({ transaction }: ActionContext, userId: number): void {
  transaction.run(query.deleteFrom('sessions').where('userId', '=', userId));
  transaction.announce({ kind: 'account', userId });
}

/** Removes the sessions that have ended by themselves: unused for 8 h, or begun 16 h ago. */
export function removeEndedSessions({ transaction, now }: ActionContext): void {
  transaction.run(
    query
      .deleteFrom('sessions')
      .where((row) =>
        row.or([
          row('lastSeenAt', '<=', now - sessionIdleMs),
          row('createdAt', '<=', now - sessionLongestMs),
        ]),
      ),
  );
}
