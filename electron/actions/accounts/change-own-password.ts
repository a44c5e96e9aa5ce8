import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { forgetAttempts } from './count-attempt';
import { recordAudit } from './record-audit';
import { endOtherSessions } from './session';
import type { Account } from './sign-in';

/**
 * Sets somebody's own new password, the present one having been right; every other session of theirs ends.
 * Throws `Refusal('password_wrong')` where it was changed while it was checked.
 */
export function changeOwnPassword(
  context: ActionContext,
  account: Account,
  input: {
    readonly username: string;
    readonly address: string;
    readonly passwordHash: string;
    /** The session that goes on. */
    readonly tokenHash: string;
  },
): void {
  const { transaction } = context;
  const { username, address, passwordHash, tokenHash } = input;
  // The row's version stays: what an admin has open of this user doesn't show it.
  const { changes } = transaction.run(
    query
      .updateTable('users')
      .set({ passwordHash, mustChangePassword: 0 })
      .where('id', '=', account.userId)
      .where('passwordHash', '=', account.passwordHash)
      .where('active', '=', 1),
  );
  if (changes === 0) throw new Refusal('password_wrong');
  forgetAttempts(context, { kind: 'sign-in', username, address });
  recordAudit(context, { action: 'changeOwnPassword', subject: `user:${account.userId}` });
  endOtherSessions(context, account.userId, tokenHash);
}
