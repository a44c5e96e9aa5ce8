import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instant, oneLine } from '../common';
import { bytes32, hallId, nonce } from './wire';

/** Letters and digits that are not taken for one another when read out; 32 of them. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = /^[2-9A-HJ-NP-Z]+$/;

/** A hall asks to be let in; signed with the key that it names. */
export const centrePairingRequest = z.strictObject({
  hallId,
  publicKey: bytes32,
  name: oneLine().min(1).max(200),
  city: oneLine().max(200),
  timezone: z.string().min(1).max(60),
  /** Of Antre. */
  version: z.string().min(1).max(40),
});
export type CentrePairingRequest = z.infer<typeof centrePairingRequest>;

export const centrePairing = z.strictObject({
  /** By which it is asked after. */
  pairing: nonce,
  /** The first part of the code: by chance, and no other that waits has it. */
  selector: z.string().regex(letters).length(4),
  centre: z.strictObject({ publicKey: bytes32, name: oneLine().min(1).max(200) }),
  expiresAt: instant,
});
export type CentrePairing = z.infer<typeof centrePairing>;

export const centrePairingStateRequest = z.strictObject({ pairing: nonce });
export const centrePairingState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  /** Under which name the office keeps the hall. */
  z.strictObject({ state: z.literal('let_in'), name: oneLine().min(1).max(200) }),
  z.strictObject({ state: z.literal('refused') }),
  /** Ran out, or the centre has forgotten it: the hall asks anew. */
  z.strictObject({ state: z.literal('ended') }),
]);
export type CentrePairingState = z.infer<typeof centrePairingState>;

/**
 * The code that the hall's admin reads out and the office types: `K7QM-3XPD-92HA`. Its second and third part are made of both keys,
 * by each side of the keys that it sees: whoever stands between them with keys of their own makes the codes differ.
 */
export function centrePairingCode(parts: {
  readonly selector: string;
  readonly hallId: string;
  readonly hallKey: string;
  readonly centreKey: string;
}): string {
  const { selector, hallId, hallKey, centreKey } = parts;
  const hash = createHash('sha256').update(
    ['antre-pairing-1', selector, hallId, hallKey, centreKey].join('\n'),
  );
  const check = [...hash.digest().subarray(0, 8)].map((byte) => alphabet[byte % 32]).join('');
  return `${selector}-${check.slice(0, 4)}-${check.slice(4)}`;
}

/** A code as it was typed, with what people add or leave out; null: no such code. */
export function typedPairingCode(typed: string): string | null {
  const bare = typed.replace(/[\s-]/g, '').toUpperCase();
  if (bare.length !== 12 || !letters.test(bare)) return null;
  return `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;
}
