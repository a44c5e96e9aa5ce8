import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { countAttempt, forgetAttempts } from './count-attempt';
import { recordAudit } from './record-audit';
import { openSession } from './session';

/** The account that a name stands for, to check a password against outside the transaction. */
export interface Account {
  readonly userId: number;
  readonly passwordHash: string;
}

/** A name as it is compared: an officer's caps lock doesn't matter. */
export function normalizeUsername(typed: string): string {
  return typed.trim().toLowerCase();
}

/**
 * Counts the attempt and answers the active account of a name, or undefined.
 * Throws `Refusal('too_many_requests')` after five failures, for unknown names as well.
 */
export function beginSignIn(context: ActionContext, typedName: string): Account | undefined {
  const username = normalizeUsername(typedName);
  countAttempt(context, { kind: 'sign-in', username });
  return context.transaction.first(
    query
      .selectFrom('users')
      .select(['id as userId', 'passwordHash'])
      .where('username', '=', username)
      .where('active', '=', 1),
  );
}

/**
 * The password was right: opens a session and answers its token.
 * Throws `Refusal('bad_credentials')` where the account was changed while the password was checked.
 */
export function completeSignIn(context: ActionContext, typedName: string, account: Account): string {
  const same = context.transaction.first(
    query
      .selectFrom('users')
      .select('id')
      .where('id', '=', account.userId)
      .where('passwordHash', '=', account.passwordHash)
      .where('active', '=', 1),
  );
  if (!same) throw new Refusal('bad_credentials');
  forgetAttempts(context, { kind: 'sign-in', username: normalizeUsername(typedName) });
  recordAudit(context, { action: 'signIn', subject: `user:${account.userId}` });
  return openSession(context, account.userId);
}
