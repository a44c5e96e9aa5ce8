import { z } from 'zod';
import { isSignedBy, keyIdOf, requestBytes } from '../../contract/centre/signing';
import { hallHeaders, hallId, keyId, nonce, signature } from '../../contract/centre/wire';
import type { CentreParts } from '../parts';

/** What a request of a hall says of itself in its headers. */
export const hallWords = z.object({
  hall: hallId,
  key: keyId,
  session: nonce,
  turn: z.coerce.number().int().min(0).max(2_000_000_000),
  signature,
});
export type HallWords = z.infer<typeof hallWords>;

/** A hall that was let in, with the key of a request. */
export interface KnownHall {
  readonly id: number;
  readonly uid: string;
  readonly publicKey: string;
}

/** Why a hall is told nothing more, as the wire has it. */
export type Refused =
  | { readonly state: 'gone' }
  | { readonly state: 'revoked' }
  | { readonly state: 'frozen'; readonly reason: 'two_machines' | 'stopped'; readonly since: string };

/** Reads the headers; null where they are none of a hall. */
export function readHallWords(headers: Readonly<Record<string, unknown>>): HallWords | null {
  const words = Object.entries(hallHeaders).map(([name, header]) => [name, headers[header]]);
  return hallWords.safeParse(Object.fromEntries(words)).data ?? null;
}

/** The hall of a request, before its body is read; or why it is told nothing. */
export async function findHall(
  { query }: CentreParts['database'],
  { hall, key }: Pick<HallWords, 'hall' | 'key'>,
): Promise<{ readonly hall: KnownHall } | Refused> {
  const row = await query
    .selectFrom('halls')
    .leftJoin('hall_keys', (join) =>
      join.onRef('hall_keys.hall_id', '=', 'halls.id').on('hall_keys.key_id', '=', key),
    )
    .select(['id', 'uid', 'removed_at', 'frozen_at', 'frozen_because', 'public_key', 'revoked_at'])
    .where('uid', '=', hall)
    .executeTakeFirst();
  if (!row || row.removed_at !== null) return { state: 'gone' };
  if (row.public_key === null || row.revoked_at !== null) return { state: 'revoked' };
  if (row.frozen_at !== null)
    return {
      state: 'frozen',
      reason: row.frozen_because ?? 'stopped',
      since: new Date(row.frozen_at).toISOString(),
    };
  return { hall: { id: row.id, uid: row.uid, publicKey: row.public_key } };
}

/** Whether a request was signed by this key, for this centre. */
export function isProved(
  words: HallWords,
  of: {
    readonly path: string;
    readonly body: Uint8Array;
    readonly publicKey: string;
    /** Empty where the hall can't know the centre's key yet. */
    readonly centreKey: string;
  },
): boolean {
  const signed = requestBytes({
    path: of.path,
    centreKeyId: of.centreKey === '' ? '' : keyIdOf(of.centreKey),
    hallId: words.hall,
    keyId: words.key,
    session: words.session,
    turn: words.turn,
    body: of.body,
  });
  return keyIdOf(of.publicKey) === words.key && isSignedBy(of.publicKey, signed, words.signature);
}
