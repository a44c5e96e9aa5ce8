import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { callHub } from '../second-kiosk/call-hub';
import { HubAwayError, HubRefused } from '../second-kiosk/hub-errors';

// How machines of a hall know each other: by a key that both have, of which nothing is sent. Of a device that is the hash of its
// token, which the hall stores; of two main machines the secret of the hall.

/** By which a hall finds whose key is meant, and nobody else learns anything. */
export function markOf(key: string): string {
  return createHash('sha256').update(`antre device ${key}`).digest('base64url');
}

/** Proves that a main machine of this epoch has the key. */
export function proofOf(key: string, nonce: string, epoch: number): string {
  return createHmac('sha256', key).update(`antre main ${nonce} ${epoch}`).digest('base64url');
}

/** Proves to a former main machine that another took over and serves the hall there. */
export function successionOf(secret: string, epoch: number, address: string): string {
  return createHmac('sha256', secret).update(`antre succession ${epoch} ${address}`).digest('base64url');
}

export function isSameProof(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Asks an address whether it is the hall's main machine; returns its epoch, or null where nobody answers there or can't prove
 * it. `mark` is null for the secret of the hall.
 */
export async function askEpoch(
  address: string,
  by: { readonly key: string; readonly isDevice: boolean },
  withinMs = 3_000,
): Promise<number | null> {
  const nonce = randomBytes(24).toString('base64url');
  const mark = by.isDevice ? markOf(by.key) : null;
  try {
    const access = { hub: address, token: null };
    const { epoch, proof } = await callHub(access, 'proveMain', { body: { nonce, mark } }, withinMs);
    return isSameProof(proof, proofOf(by.key, nonce, epoch)) ? epoch : null;
  } catch (error) {
    if (error instanceof HubAwayError || error instanceof HubRefused) return null;
    throw error;
  }
}
