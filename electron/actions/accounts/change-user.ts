import { type Reach, reaches, reachesAny, reachOf } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { reachColumns, storedReach } from '../../store/account-reach';
import { query } from '../../store/store';
import { readTicketAtDesk } from '../../store/tickets';
import type { ActionContext } from '../action';
import { vacate } from '../desk/leave-desk';
import { settleReach } from './account-reach';
import type { NewAccount } from './add-user';
import { endSessionsOf } from './session';

/** What decides over an account's reach. */
const reachFields = ['role', 'wholeHall', 'institutions', 'counterIds'] as const;

/**
 * Changes what is given of a user. A new password, user name, role or reach, or a deactivation, ends the user's
 * sessions; a desk that is out of reach, or any of one deactivated, is left.
 * Throws `Refusal`: `not_found`, `already_exists` for a name that is taken, `last_admin` where no active admin would
 * remain, `invalid_request` as `settleReach`: who is no admin any longer is given their institutions or the whole hall.
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
  const role = change.role ?? row.role;
  const active = change.active ?? row.active === 1;
  if (row.role === 'admin' && row.active === 1 && !(role === 'admin' && active)) {
    requireOtherAdmin(context, userId);
  }
  const isReachSaid = reachFields.some((field) => change[field] !== undefined);
  const before = storedReach(row);
  const reach = isReachSaid
    ? settleReach(context.hall, role, change, row.role === 'admin' ? null : before)
    : before;
  transaction.run(
    query
      .updateTable('users')
      .set({
        username: change.username ?? row.username,
        displayName: change.displayName ?? row.displayName,
        role,
        passwordHash: change.passwordHash ?? row.passwordHash,
        ...reachColumns(reach),
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
  const now = reachOf(reach, context.hall.institutionOf);
  leaveDesks(context, userId, active ? now : []);
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

/**
 * Frees the desk where a user serves, if with this reach they may serve none of its counters or not the ticket that is
 * there, which stays.
 */
export function leaveDesks(context: ActionContext, userId: number, reach: Reach): void {
  const desks = context.transaction.all(
    query.selectFrom('desks').select(['id', 'counterId']).where('userId', '=', userId),
  );
  for (const desk of desks) {
    const counterIds = context.hall.desk.get(desk.id)?.counterIds ?? [desk.counterId];
    const ticket = readTicketAtDesk(context.transaction, desk.id);
    const maySit = reachesAny(reach, counterIds);
    if (!maySit || (ticket && !reaches(reach, ticket.counterId))) vacate(context, { userId }, desk);
  }
}
