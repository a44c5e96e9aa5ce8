import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { changeUser, requireOtherAdmin } from './change-user';
import { endSessionsOf } from './session';

/**
 * Removes a user who never did anything, as one that was made by mistake; whoever has a history stays in it and is
 * only deactivated. Throws `Refusal`: `not_found`, `last_admin`.
 */
export function removeUser(context: ActionContext, userId: number): void {
  const { transaction } = context;
  const row = transaction.first(
    query.selectFrom('users').select(['role', 'active']).where('id', '=', userId),
  );
  if (!row) throw new Refusal('not_found');
  if (hasHistory(context, userId)) {
    changeUser(context, userId, { active: false });
    return;
  }
  if (row.role === 'admin' && row.active === 1) requireOtherAdmin(context, userId);
  endSessionsOf(context, userId);
  transaction.run(query.deleteFrom('users').where('id', '=', userId));
}

function hasHistory({ transaction }: ActionContext, userId: number): boolean {
  const found = [
    query.selectFrom('audit').select('id').where('userId', '=', userId).limit(1),
    query.selectFrom('steps').select('id').where('userId', '=', userId).limit(1),
    query.selectFrom('events').select('id').where('userId', '=', userId).limit(1),
    query.selectFrom('desks').select('id').where('userId', '=', userId).limit(1),
    query.selectFrom('kept_files').select('id').where('userId', '=', userId).limit(1),
    query.selectFrom('api_tokens').select('id').where('createdBy', '=', userId).limit(1),
  ].some((rows) => transaction.first(rows) !== undefined);
  if (found) return true;
  // Signing in leaves a row of Antre's own, which names the user as its subject.
  const signedIn = transaction.first(
    query
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'signIn')
      .where('subject', '=', `user:${userId}`)
      .limit(1),
  );
  return signedIn !== undefined;
}
