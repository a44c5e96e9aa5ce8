import { createHash } from 'node:crypto';
import { type AttemptRule, fromEverywhere, networkOf, nextTry } from '../../actions/accounts/attempt-rule';
import { Refusal } from '../../queue/refusal';
import type { CentreDatabase } from '../database/engine';

/** From one place, and of one name from everywhere: as a hall has it. */
const fromOnePlace = { tries: 5, pauses: [5, 15, 60], forgottenAfter: 12 * 60 } as const;
/** Codes of halls are looked at and then used, one hall after the other, by people who are signed in. */
const ofCodes = { tries: 60, pauses: [15], forgottenAfter: 60, windowed: true } as const;

/** What is tried, and from which network address. */
interface Attempt {
  readonly kind: 'set-up' | 'sign-in' | 'pairing';
  readonly address: string;
  readonly username?: string;
}

/**
 * Counts a try at a secret before it is looked at. Throws `Refusal('too_many_requests')` with `retryAfter` where it may not be
 * tried now.
 */
export async function countAttempt(
  { query }: Pick<CentreDatabase, 'query'>,
  attempt: Attempt,
  now: number,
): Promise<void> {
  await query.transaction().execute(async (transaction) => {
    for (const [key, rule] of rulesOf(attempt)) {
      // Whoever comes at the same time waits for the row, so that many at once have no more tries than one by one.
      await transaction
        .insertInto('attempts')
        .values({ key, count: 0, last_at: now, locked_until: null })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((row) => ({ key: row.ref('attempts.key') })),
        )
        .execute();
      const row = await transaction
        .selectFrom('attempts')
        .selectAll()
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const before = { count: row.count, lastAt: row.last_at, lockedUntil: row.locked_until };
      const next = nextTry(rule, before, now);
      if ('waitMs' in next)
        throw new Refusal('too_many_requests', { retryAfter: Math.ceil(next.waitMs / 1000) });
      const { count, lastAt, lockedUntil } = next.tries;
      await transaction
        .updateTable('attempts')
        .set({ count, last_at: lastAt, locked_until: lockedUntil })
        .where('key', '=', key)
        .execute();
    }
  });
}

/** The try that was counted last succeeded: from this place the count begins anew. */
export async function forgetAttempts(
  { query }: Pick<CentreDatabase, 'query'>,
  attempt: Attempt,
): Promise<void> {
  const [[key] = ['']] = rulesOf(attempt);
  await query.deleteFrom('attempts').where('key', '=', key).execute();
}

/** A name that was typed may be a password in the wrong field: only its hash is kept. */
function rulesOf({ kind, address, username = '' }: Attempt): readonly (readonly [string, AttemptRule])[] {
  const key = (...parts: readonly string[]) =>
    createHash('sha256')
      .update(JSON.stringify([kind, ...parts]))
      .digest('base64url');
  const here = [key(username, networkOf(address)), kind === 'pairing' ? ofCodes : fromOnePlace] as const;
  return kind === 'sign-in' ? [here, [key(username), fromEverywhere] as const] : [here];
}
