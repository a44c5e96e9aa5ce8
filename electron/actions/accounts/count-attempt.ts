import { createHash } from 'node:crypto';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { type AttemptRule, fromEverywhere, networkOf, nextTry } from './attempt-rule';

/** What is tried, and from where: a network address, or for the kiosk's PIN the device. */
export type AttemptSubject =
  | { readonly kind: 'sign-in'; readonly username: string; readonly address: string }
  | { readonly kind: 'set-up'; readonly address: string }
  | { readonly kind: 'exit-pin'; readonly deviceId: string };

/**
 * Whoever guesses from one place has fifteen tries in the first hour and then five an hour, and locks out nobody who
 * asks from elsewhere.
 */
const fromOnePlace: Record<AttemptSubject['kind'], AttemptRule> = {
  'sign-in': { tries: 5, pauses: [5, 15, 60], forgottenAfter: 12 * 60 },
  'set-up': { tries: 5, pauses: [15, 60], forgottenAfter: 12 * 60 },
  'exit-pin': { tries: 5, pauses: [5, 15, 60], forgottenAfter: 12 * 60 },
};

/**
 * Counts an attempt before its secret is checked, so that many at once can't try more often than one by one; the fifth
 * locks until `forgetAttempts` is called because it succeeded, or until the pause is over.
 * Throws `Refusal('too_many_requests')` with `retryAfter` where it is locked; then nothing is counted.
 */
export function countAttempt(context: ActionContext, subject: AttemptSubject): void {
  count(context, keyOf(subject), fromOnePlace[subject.kind]);
  if (subject.kind === 'sign-in') count(context, keyOfName(subject.username), fromEverywhere);
}

/** The attempt that was counted last succeeded: here the count begins anew, and of everywhere's it is taken back. */
export function forgetAttempts({ transaction }: ActionContext, subject: AttemptSubject): void {
  transaction.run(query.deleteFrom('sign_in_failures').where('subject', '=', keyOf(subject)));
  if (subject.kind !== 'sign-in') return;
  transaction.run(
    query
      .updateTable('sign_in_failures')
      .set((row) => ({ count: row('count', '-', 1), lockedUntil: null }))
      .where('subject', '=', keyOfName(subject.username)),
  );
}

function count({ transaction, now }: ActionContext, subject: string, rule: AttemptRule): void {
  const before = transaction.first(
    query.selectFrom('sign_in_failures').selectAll().where('subject', '=', subject),
  );
  const next = nextTry(rule, before, now);
  if ('waitMs' in next) {
    throw new Refusal('too_many_requests', { retryAfter: Math.ceil(next.waitMs / 1000) });
  }
  transaction.run(
    query
      .insertInto('sign_in_failures')
      .values({ subject, ...next.tries })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(next.tries)),
  );
}

function keyOf(subject: AttemptSubject): string {
  switch (subject.kind) {
    case 'sign-in':
      return hashOf(subject.username, networkOf(subject.address));
    case 'set-up':
      return `set-up ${networkOf(subject.address)}`;
    case 'exit-pin':
      return `exit-pin ${subject.deviceId}`;
  }
}

/** A name that was typed may be a password in the wrong field: only its hash is kept. */
function keyOfName(username: string): string {
  return hashOf(username);
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
