import type { Leave } from '../../contract/admin';
import type { Role } from '../../contract/staff';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passwordHash: string;
  /** Counters this user may serve; null: all. */
  readonly counterIds: readonly number[] | null;
  readonly active: boolean;
  readonly leave: readonly Leave[];
  /** Whether the password was given by another, and so must be changed first. */
  readonly mustChangePassword: boolean;
}

/**
 * Makes a user; answers the id.
 * Throws `Refusal`: `already_exists` for a name that is taken, `invalid_request` for a counter that isn't there.
 */
export function addUser(context: ActionContext, account: NewAccount): number {
  requireCounters(context, account.counterIds);
  return insertUser(context, account);
}

/** Writes the row. Throws `Refusal('already_exists')`. */
export function insertUser({ transaction, now }: ActionContext, account: NewAccount): number {
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
      counterIdsJson: account.counterIds && JSON.stringify(account.counterIds),
      active: account.active ? 1 : 0,
      leaveJson: JSON.stringify(account.leave),
      mustChangePassword: account.mustChangePassword ? 1 : 0,
      createdAt: now,
    }),
  ).lastId;
}

/** Throws `Refusal('invalid_request')` that names the counters that don't exist. */
export function requireCounters({ hall }: ActionContext, counterIds: readonly number[] | null): void {
  const errors = (counterIds ?? []).flatMap((counterId, index) =>
    hall.counter.has(counterId)
      ? []
      : [
          {
            path: `counterIds.${index}`,
            message: fieldFault('there is no counter {code}', { code: counterId }),
          },
        ],
  );
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
}
