import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';

/** An Ed25519 key pair, each half 32 bytes in base64url (`x` and `d` of RFC 8037). */
export interface SigningKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function makeSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { publicKey: String(x), privateKey: String(d) };
}

/** The first 16 letters of a public key's SHA-256 in base64url. */
export function keyIdOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64url')).slice(0, 16);
}

/** SHA-256 in base64url. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** What a hall signs of a request. */
export interface SignedRequest {
  /** As it stands in the request's line, without a query. */
  readonly path: string;
  /** `keyIdOf` the centre's public key; empty before the hall knows it (`pair`). Keeps a request from being told to another centre. */
  readonly centreKeyId: string;
  readonly hallId: string;
  readonly keyId: string;
  /** A nonce of the hall's before a session (`pair`, `pairingState`, `hello`), with turn 0. */
  readonly session: string;
  readonly turn: number;
  /** The body's bytes as they are sent, after gzip. */
  readonly body: Uint8Array;
}

/** The bytes that are signed: lines of UTF-8 with `\n` between, none at the end. None of them can hold a break. */
export function requestBytes(request: SignedRequest): Uint8Array {
  const { path, centreKeyId, hallId, keyId, session, turn, body } = request;
  return lines(['antre-request-1', path, centreKeyId, hallId, keyId, session, String(turn), sha256(body)]);
}

/**
 * What the centre signs of each answer, with the signature of the request that it answers, so that no answer stands for another:
 * what a hall drops once the centre has it hangs on it.
 */
export function answerBytes(answer: {
  readonly status: number;
  readonly requestSignature: string;
  readonly body: Uint8Array;
}): Uint8Array {
  return lines(['antre-answer-1', String(answer.status), answer.requestSignature, sha256(answer.body)]);
}

/** What the centre signs of a configuration document. */
export function documentBytes(document: {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly body: string;
}): Uint8Array {
  return lines([
    'antre-document-1',
    document.id,
    String(document.version),
    document.kind,
    sha256(document.body),
  ]);
}

/** Returns the signature in base64url. */
export function signBytes(bytes: Uint8Array, key: SigningKey): string {
  const { publicKey: x, privateKey: d } = key;
  const format = { format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x, d } } as const;
  return sign(null, bytes, createPrivateKey(format)).toString('base64url');
}

/** Whether the owner of a public key signed these bytes; false too of what is no key or signature. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const format = { format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } } as const;
    return verify(null, bytes, createPublicKey(format), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function lines(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.join('\n'));
}
