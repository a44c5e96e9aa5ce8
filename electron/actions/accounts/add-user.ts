import type { Leave } from '../../contract/admin';
import type { Role } from '../../contract/staff';
import type { AccountReach } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import { reachColumns } from '../../store/account-reach';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { type AskedReach, settleReach } from './account-reach';

/** An account but for what it reaches. */
export interface AccountFields {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly active: boolean;
  readonly leave: readonly Leave[];
  /** Whether the password was given by another, and so must be changed first. */
  readonly mustChangePassword: boolean;
}

/** An account with the reach that is asked for it. */
export type NewAccount = AccountFields & AskedReach;

/**
 * Makes a user; returns the id.
 * Throws `Refusal`: `already_exists` for a name that is taken, `invalid_request` where its reach is not said or
 * contradicts (`settleReach`).
 */
export function addUser(context: ActionContext, account: NewAccount): number {
  return insertUser(context, account, settleReach(context.hall, account.role, account, null));
}

/** Writes the row. Throws `Refusal('already_exists')`. */
export function insertUser(
  { transaction, now }: ActionContext,
  account: AccountFields,
  reach: AccountReach,
): number {
  const taken = transaction.first(
    query.selectFrom('users').select('id').where('username', '=', account.username),
  );
  if (taken) throw new Refusal('already_exists');
  return transaction.run(
    query.insertInto('users').values({
      username: account.username,
      displayName: account.displayName,
      role: account.role,
      passwordHash: account.passwordHash,
      ...reachColumns(reach),
      active: account.active ? 1 : 0,
      leaveJson: JSON.stringify(account.leave),
      mustChangePassword: account.mustChangePassword ? 1 : 0,
      createdAt: now,
    }),
  ).lastId;
}
