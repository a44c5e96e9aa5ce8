import type { Leave } from '../../contract/admin';
import { lastDayOfLeave } from '../../queue/leave';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { countAttempt, forgetAttempts } from './count-attempt';
import { recordAudit } from './record-audit';
import { openSession, replaceSession } from './session';

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
 * Throws `Refusal('too_many_requests')` after five failures from that address, for unknown names as well.
 */
export function beginSignIn(
  context: ActionContext,
  typed: { readonly username: string; readonly address: string },
): Account | undefined {
  const username = normalizeUsername(typed.username);
  countAttempt(context, { kind: 'sign-in', username, address: typed.address });
  return context.transaction.first(
    query
      .selectFrom('users')
      .select(['id as userId', 'passwordHash'])
      .where('username', '=', username)
      .where('active', '=', 1),
  );
}

/** Writes down that somebody tried an account's name with a wrong password, and from where. */
export function recordFailedSignIn(context: ActionContext, account: Account, address: string): void {
  recordAudit(context, {
    action: 'signInFailed',
    subject: `user:${account.userId}`,
    after: { address },
  });
}

/**
 * The password was right: opens a session and answers its token. Who is on leave today has to say so once more
 * (`despiteLeave`): whoever sits at another's computer notices, and whoever comes in all the same isn't locked out.
 * Throws `Refusal`: `bad_credentials` where the account was changed while the password was checked, `on_leave`.
 */
export function completeSignIn(
  context: ActionContext,
  account: Account,
  input: {
    readonly username: string;
    readonly despiteLeave: boolean;
    readonly address: string;
    /** The token that this browser was signed in by until now, if any: that session ends. */
    readonly before: string | undefined;
  },
): string {
  const same = context.transaction.first(
    query
      .selectFrom('users')
      .select('leaveJson')
      .where('id', '=', account.userId)
      .where('passwordHash', '=', account.passwordHash)
      .where('active', '=', 1),
  );
  if (!same) throw new Refusal('bad_credentials');
  const until = lastDayOfLeave(JSON.parse(same.leaveJson) as Leave[], context.businessDate);
  if (until !== null && !input.despiteLeave) throw new Refusal('on_leave', { until });
  const { address } = input;
  forgetAttempts(context, { kind: 'sign-in', username: normalizeUsername(input.username), address });
  recordAudit(context, {
    action: 'signIn',
    subject: `user:${account.userId}`,
    after: { address, ...(until === null ? {} : { onLeaveUntil: until }) },
  });
  if (input.before !== undefined) replaceSession(context, input.before);
  return openSession(context, account.userId, input.address);
}
