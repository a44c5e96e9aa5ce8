import { z } from 'zod';

/**
 * What a hall and the centre of several halls say to each other: `docs/centre-protocol.md`. The hall asks by HTTPS, the centre
 * answers; nothing is asked of a hall.
 */
export const centreAddresses = {
  /** A hall asks to be let in, and how that stands. */
  pair: '/centre/v1/pairings',
  pairingState: '/centre/v1/pairings/state',
  /** Begins a session: what the centre has of the hall's journal. */
  hello: '/centre/v1/hello',
  journal: '/centre/v1/journal',
  snapshot: '/centre/v1/snapshot',
  documents: '/centre/v1/documents',
} as const;
export type CentreRequest = keyof typeof centreAddresses;

/** All are asked by POST: each has a body that is signed. Bodies of the journal are gzip of JSON, all others are JSON. */
export const journalMediaType = 'application/gzip';

/** Of requests. */
export const hallHeaders = {
  hall: 'antre-hall',
  /** `keyIdOf` the hall's public key. */
  key: 'antre-key',
  session: 'antre-session',
  turn: 'antre-turn',
  signature: 'antre-signature',
} as const;
/** Of answers, of refusals too. */
export const centreHeaders = { key: 'antre-centre-key', signature: 'antre-centre-signature' } as const;

export const mostRows = 500;
/** Of one row's body, in UTF-16 units. */
export const longestBody = 400_000;
/** Of a batch once it is unpacked, in bytes. A hall begins another batch before it; the centre unpacks no further. */
export const mostBatchBytes = 4_000_000;
/** Of a batch as it is sent. */
export const mostSentBytes = 1_000_000;

/** 32 bytes in base64url: a SHA-256, a public key. */
export const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** As `hall_identity` has it. */
export const hallId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const keyId = z.string().regex(/^[A-Za-z0-9_-]{16}$/);
/** Made by chance: a session, a nonce, a machine's mark. */
export const nonce = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** An Ed25519 signature in base64url. */
export const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

/** Whole milliseconds since 1970 UTC. */
export const milliseconds = z.int().min(0).max(8_640_000_000_000_000);
/** A row's id in the hall's database. */
export const rowId = z.int().positive();
export const amount = z.int().min(0);
