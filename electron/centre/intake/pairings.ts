import { randomInt } from 'node:crypto';
import type { CentrePairing, CentrePairingRequest, CentrePairingState } from '../../contract/centre/pairing';
import { centrePairingCode, typedPairingCode } from '../../contract/centre/pairing';
import { keyIdOf } from '../../contract/centre/signing';
import { Refusal } from '../../queue/refusal';
import { audit } from '../accounts/audit';
import type { CentreParts } from '../parts';
import { newNonce } from './sessions';

/** As in the codes: letters that are not taken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const holdsMs = 15 * 60_000;
/** So many may wait: strangers can ask too, and each leaves a row. */
const mostWaiting = 500;
/** Of one hall: it asks anew where a code has run out. */
const mostOfOne = 5;
const forgottenAfterMs = 24 * 60 * 60_000;

/** A hall asks to be let in. Throws `Refusal('too_many_requests')` where too many wait. */
export async function askToBeLetIn(
  { database, now, key }: CentreParts,
  asked: CentrePairingRequest,
): Promise<CentrePairing> {
  const moment = now();
  const pairing = newNonce();
  const { selector, name } = await database.query.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('pairings')
      .where((row) =>
        row.or([
          row('asked_at', '<', moment - forgottenAfterMs),
          row.and([row('state', '=', 'waiting'), row('asked_at', '<', moment - holdsMs)]),
        ]),
      )
      .execute();
    const waiting = await transaction
      .selectFrom('pairings')
      .select(['selector', 'hall_uid'])
      .where('state', '=', 'waiting')
      .execute();
    const isCrowded = waiting.filter(({ hall_uid }) => hall_uid === asked.hallId).length >= mostOfOne;
    if (waiting.length >= mostWaiting || isCrowded)
      throw new Refusal('too_many_requests', { retryAfter: holdsMs / 1000 });
    const taken = new Set(waiting.map((each) => each.selector));
    let free = '';
    do free = Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
    while (taken.has(free));
    await transaction
      .insertInto('pairings')
      .values({
        id: pairing,
        selector: free,
        hall_uid: asked.hallId,
        public_key: asked.publicKey,
        name: asked.name,
        city: asked.city,
        time_zone: asked.timezone,
        version: asked.version,
        asked_at: moment,
        state: 'waiting',
        hall_id: null,
      })
      .execute();
    const centre = await transaction.selectFrom('centre').select('name').executeTakeFirstOrThrow();
    return { selector: free, name: centre.name };
  });
  return {
    pairing,
    selector,
    centre: { publicKey: key.publicKey, name: name === '' ? 'Antre' : name },
    expiresAt: new Date(moment + holdsMs).toISOString(),
  };
}

/** How the asking of a hall stands, for whoever has its key. */
export async function pairingState(
  { database, now }: CentreParts,
  asked: { readonly pairing: string; readonly hall: string },
): Promise<{ readonly state: CentrePairingState; readonly publicKey: string | null }> {
  const row = await database.query
    .selectFrom('pairings')
    .leftJoin('halls', 'halls.id', 'pairings.hall_id')
    .select(['pairings.state', 'public_key', 'asked_at', 'halls.name'])
    .where('pairings.id', '=', asked.pairing)
    .where('hall_uid', '=', asked.hall)
    .executeTakeFirst();
  if (!row) return { state: { state: 'ended' }, publicKey: null };
  const { public_key: publicKey } = row;
  if (row.state === 'let_in') return { state: { state: 'let_in', name: row.name ?? '' }, publicKey };
  if (row.state === 'refused') return { state: { state: 'refused' }, publicKey };
  return { state: { state: now() - row.asked_at < holdsMs ? 'waiting' : 'ended' }, publicKey };
}

/** The hall that waits with a typed code. Throws `Refusal('not_found')` for none. */
export async function findWaiting({ database, now, key }: CentreParts, typed: string) {
  const code = typedPairingCode(typed);
  const row =
    code === null
      ? undefined
      : await database.query
          .selectFrom('pairings')
          .selectAll()
          .where('selector', '=', code.slice(0, 4))
          .where('state', '=', 'waiting')
          .where('asked_at', '>', now() - holdsMs)
          .executeTakeFirst();
  const isRight =
    row !== undefined &&
    code ===
      centrePairingCode({
        selector: row.selector,
        hallId: row.hall_uid,
        hallKey: row.public_key,
        centreKey: key.publicKey,
      });
  if (!isRight) throw new Refusal('not_found');
  return row;
}

/**
 * Lets the hall in that waits with a code. One that was here before stays the same, thawed, with the new key alone. Returns its
 * id. Throws `Refusal('not_found')`.
 */
export async function letIn(
  parts: CentreParts,
  typed: string,
  by: { readonly accountId: number; readonly name: string },
): Promise<number> {
  const waiting = await findWaiting(parts, typed);
  const moment = parts.now();
  return await parts.database.query.transaction().execute(async (transaction) => {
    const taken = await transaction
      .updateTable('pairings')
      .set({ state: 'let_in' })
      .where('id', '=', waiting.id)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst();
    if (!taken) throw new Refusal('not_found');
    const known = { name: by.name, city: waiting.city, time_zone: waiting.time_zone };
    const { id } = await transaction
      .insertInto('halls')
      .values({
        uid: waiting.hall_uid,
        ...known,
        let_in_at: moment,
        removed_at: null,
        frozen_at: null,
        frozen_because: null,
      })
      .onConflict((conflict) =>
        conflict
          .column('uid')
          .doUpdateSet({ ...known, removed_at: null, frozen_at: null, frozen_because: null }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction.updateTable('pairings').set({ hall_id: id }).where('id', '=', waiting.id).execute();
    await revokeKeys(transaction, id, moment);
    await transaction
      .insertInto('hall_keys')
      .values({
        hall_id: id,
        key_id: keyIdOf(waiting.public_key),
        public_key: waiting.public_key,
        added_at: moment,
        revoked_at: null,
      })
      .onConflict((conflict) => conflict.columns(['hall_id', 'key_id']).doUpdateSet({ revoked_at: null }))
      .execute();
    await audit(transaction, {
      at: moment,
      accountId: by.accountId,
      action: 'letIn',
      subject: `hall:${id}`,
      detail: { name: by.name, key: keyIdOf(waiting.public_key) },
    });
    return id;
  });
}

/** Takes a hall's keys back, and ends its session. */
export async function revokeKeys(
  transaction: CentreParts['database']['query'],
  hallId: number,
  moment: number,
): Promise<void> {
  await transaction
    .updateTable('hall_keys')
    .set({ revoked_at: moment })
    .where('hall_id', '=', hallId)
    .where('revoked_at', 'is', null)
    .execute();
  await transaction.deleteFrom('hall_sessions').where('hall_id', '=', hallId).execute();
}
