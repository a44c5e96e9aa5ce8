import { Refusal } from '../../queue/refusal';
import { nobodyThere } from '../../store/desks';
import { recordEvent } from '../../store/events';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { type NewAccount, requireCounters } from './add-user';
import { endSessionsOf } from './session';

/**
 * Changes what is given of a user. A new password, user name, role or set of counters, or a deactivation, ends the
 * user's sessions; a deactivated one also leaves the desk.
 * Throws `Refusal`: `not_found`, `already_exists` for a name that is taken, `last_admin` where no active admin would
 * remain, `invalid_request` for a counter that isn't there.
 */
export function changeUser(context: ActionContext, userId: number, change: Partial<NewAccount>): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('users').selectAll().where('id', '=', userId));
  if (!row) throw new Refusal('not_found');
  if (change.username !== undefined && change.username !== row.username) {
    const taken = transaction.first(
      query.selectFrom('users').select('id').where('username', '=', change.username),
    );
    if (taken) throw new Refusal('already_exists');
  }
  if (change.counterIds !== undefined) requireCounters(context, change.counterIds);

  const role = change.role ?? row.role;
  const active = change.active ?? row.active === 1;
  if (row.role === 'admin' && row.active === 1 && !(role === 'admin' && active)) {
    requireOtherAdmin(context, userId);
  }
  transaction.run(
    query
      .updateTable('users')
      .set({
        username: change.username ?? row.username,
        displayName: change.displayName ?? row.displayName,
        role,
        passwordHash: change.passwordHash ?? row.passwordHash,
        counterIdsJson:
          change.counterIds === undefined
            ? row.counterIdsJson
            : change.counterIds && JSON.stringify(change.counterIds),
        active: active ? 1 : 0,
        mustChangePassword: (change.mustChangePassword ?? row.mustChangePassword === 1) ? 1 : 0,
        leaveJson: change.leave ? JSON.stringify(change.leave) : row.leaveJson,
        version: row.version + 1,
      })
      .where('id', '=', userId),
  );
  // Supervisors see in the hall who is on leave.
  if (change.leave !== undefined) transaction.announce({ kind: 'configuration' });
  const mayDoTheSame = Object.keys(change).every((field) => field === 'displayName' || field === 'leave');
  if (!mayDoTheSame) endSessionsOf(context, userId);
  if (!active) leaveDesks(context, userId);
}

/** Throws `Refusal('last_admin')` where no other active admin is there. */
export function requireOtherAdmin({ transaction }: ActionContext, userId: number): void {
  const other = transaction.first(
    query
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'admin')
      .where('active', '=', 1)
      .where('id', '!=', userId),
  );
  if (!other) throw new Refusal('last_admin');
}

/** Frees the desk where a user serves; the ticket there stays. */
export function leaveDesks({ transaction, now, businessDate }: ActionContext, userId: number): void {
  const desks = transaction.all(
    query.selectFrom('desks').select(['id', 'counterId']).where('userId', '=', userId),
  );
  for (const desk of desks) {
    transaction.run(query.updateTable('desks').set(nobodyThere(now)).where('id', '=', desk.id));
    recordEvent(transaction, { at: now, businessDate, kind: 'desk_left', deskId: desk.id, userId });
    transaction.announce({ kind: 'desk', deskId: desk.id, counterId: desk.counterId });
  }
}
