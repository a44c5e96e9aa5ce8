import { adminActs } from '../../contract/admin-acts';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

const dayMs = 86_400_000;
/** Longer than any rule counts attempts for. */
const attemptsKeptMs = 2 * dayMs;
/** Strangers make a row for each name they try. */
const maxAttempts = 20_000;
/** What desks do all day is of use for a year or two, what admins changed for much longer. */
const deskActsKeptMs = 2 * 365 * dayMs;
const adminActsKeptMs = 10 * 365 * dayMs;
/** So many rows go in one transaction: a few milliseconds. */
const atOnce = 500;

/**
 * Forgets attempts to sign in that no rule counts any more, and old rows of the audit, some at a time, so that neither
 * grows for ever. Due each minute.
 */
export function forgetOldTraces(context: ActionContext): void {
  forgetAttempts(context);
  const { transaction, now } = context;
  const old = query
    .selectFrom('audit')
    .select('id')
    .where('at', '<', now - deskActsKeptMs)
    .where((row) => row.or([row('at', '<', now - adminActsKeptMs), row('action', 'not in', adminActs)]))
    .orderBy('at')
    .limit(atOnce);
  transaction.run(query.deleteFrom('audit').where('id', 'in', old));
}

function forgetAttempts({ transaction, now }: ActionContext): void {
  transaction.run(
    query
      .deleteFrom('sign_in_failures')
      .where('lastAt', '<', now - attemptsKeptMs)
      .where((row) => row.or([row('lockedUntil', 'is', null), row('lockedUntil', '<', now)])),
  );
  const newest = query
    .selectFrom('sign_in_failures')
    .select('subject')
    .orderBy('lastAt', 'desc')
    .limit(atOnce)
    .offset(maxAttempts);
  transaction.run(query.deleteFrom('sign_in_failures').where('subject', 'in', newest));
}
