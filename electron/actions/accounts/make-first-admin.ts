import { wholeHallReach } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import type { ActionContext } from '../action';
import { insertUser } from './add-user';
import { forgetAttempts } from './count-attempt';
import { recordAudit } from './record-audit';
import { hasUsers } from './users';

/**
 * Makes the first account, an admin. The set-up code was checked before.
 * Throws `Refusal('already_set_up')` where any account exists.
 */
export function makeFirstAdmin(
  context: ActionContext,
  input: {
    readonly username: string;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly address: string;
  },
): number {
  if (hasUsers(context.transaction)) throw new Refusal('already_set_up');
  const { address, ...account } = input;
  const userId = insertUser(
    context,
    { ...account, role: 'admin', active: true, leave: [], mustChangePassword: false },
    wholeHallReach,
  );
  forgetAttempts(context, { kind: 'set-up', address });
  recordAudit(context, {
    action: 'setup',
    subject: `user:${userId}`,
    after: { username: input.username, displayName: input.displayName, role: 'admin' },
  });
  // `GET /site` says whether the hall is set up.
  context.transaction.announce({ kind: 'configuration' });
  return userId;
}
