import { createHash } from 'node:crypto';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

const allowedAttempts = 5;
const lockMs = { 'sign-in': 5 * 60_000, 'set-up': 15 * 60_000, 'exit-pin': 5 * 60_000 };

/** What is tried: a name at signing in, the set-up code, or the kiosk's PIN. */
export type AttemptSubject =
  | { readonly kind: 'sign-in'; readonly username: string }
  | { readonly kind: 'set-up' | 'exit-pin' };

/**
 * Counts an attempt before its secret is checked, so that many at once can't try more than five; the fifth locks
 * until `forgetAttempts` is called because it succeeded, or until the lock's time is over.
 * Throws `Refusal('too_many_requests')` with `retryAfter` where it is locked.
 */
export function countAttempt({ transaction, now }: ActionContext, subject: AttemptSubject): void {
  const lock = lockMs[subject.kind];
  const row = transaction.first(
    query.selectFrom('sign_in_failures').selectAll().where('subject', '=', keyOf(subject)),
  );
  const lockedFor = row?.lockedUntil ? row.lockedUntil - now : 0;
  // A lock that seems longer than any is one from before the clock was set back.
  if (lockedFor > 0 && lockedFor <= lock) {
    throw new Refusal('too_many_requests', { retryAfter: Math.ceil(lockedFor / 1000) });
  }
  const earlier = row && !row.lockedUntil && Math.abs(now - row.lastAt) <= lock ? row.count : 0;
  const count = earlier + 1;
  const attempt = { count, lastAt: now, lockedUntil: count >= allowedAttempts ? now + lock : null };
  transaction.run(
    query
      .insertInto('sign_in_failures')
      .values({ subject: keyOf(subject), ...attempt })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(attempt)),
  );
}

/** The attempt that was counted last succeeded: the count begins anew. */
export function forgetAttempts({ transaction }: ActionContext, subject: AttemptSubject): void {
  transaction.run(query.deleteFrom('sign_in_failures').where('subject', '=', keyOf(subject)));
}

function keyOf(subject: AttemptSubject): string {
  if (subject.kind !== 'sign-in') return subject.kind;
  return createHash('sha256').update(subject.username).digest('base64url');
}
