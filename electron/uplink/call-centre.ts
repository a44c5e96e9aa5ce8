import { randomBytes } from 'node:crypto';
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { getCACertificates } from 'node:tls';
import type { z } from 'zod';
import {
  answerBytes,
  isSignedBy,
  keyIdOf,
  requestBytes,
  type SigningKey,
  signBytes,
} from '../contract/centre/signing';
import { type CentreRequest, centreAddresses, centreHeaders, hallHeaders } from '../contract/centre/wire';

/** An answer is a few hundred bytes, with documents some more. */
const mostAnswerBytes = 8_000_000;
const patienceMs = 30_000;

/** Nothing came of a request: no way there, no answer in time, or one that the centre did not sign. */
export class CentreAway extends Error {
  override name = 'CentreAway';
  constructor(
    readonly why: 'unreachable' | 'unknown_authority' | 'no_centre' | 'other_key',
    cause?: unknown,
  ) {
    super(`the centre: ${why}`, { cause });
  }
}

/** Who asks, and whom. */
export interface Speaker {
  readonly url: string;
  readonly hallId: string;
  readonly key: SigningKey;
  /** The centre's public key; null before the hall knows it: then the answer's own is taken, and told. */
  readonly centreKey: string | null;
  /** Carries a request to the centre; by the machine's network where left out. */
  readonly send?: SendRequest | undefined;
}

export interface CentreCall<Answer> {
  readonly to: CentreRequest;
  readonly body: Uint8Array;
  readonly answer: z.ZodType<Answer>;
  /** Of a session; none: a nonce and the turn 0. */
  readonly session?: { readonly name: string; readonly turn: number };
  readonly signal: AbortSignal;
}

/** Made by chance, as the wire has it. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * Asks the centre by one request that is signed; returns what it answered, by its own signature. Throws `CentreAway`, and the
 * signal's reason.
 */
export async function callCentre<Answer>(speaker: Speaker, call: CentreCall<Answer>): Promise<Answer> {
  const { key, hallId, centreKey } = speaker;
  const path = centreAddresses[call.to];
  const { name: session, turn } = call.session ?? { name: newNonce(), turn: 0 };
  const keyId = keyIdOf(key.publicKey);
  const centreKeyId = centreKey === null ? '' : keyIdOf(centreKey);
  const { body } = call;
  const signature = signBytes(requestBytes({ path, centreKeyId, hallId, keyId, session, turn, body }), key);
  const headers = {
    'content-type': call.to === 'journal' ? 'application/gzip' : 'application/json',
    'content-length': body.byteLength,
    [hallHeaders.hall]: hallId,
    [hallHeaders.key]: keyId,
    [hallHeaders.session]: session,
    [hallHeaders.turn]: String(turn),
    [hallHeaders.signature]: signature,
  };
  const carry = speaker.send ?? send;
  const answered = await carry(new URL(path, speaker.url), { headers, body, signal: call.signal });
  const read = call.answer.safeParse(jsonOf(answered.body));
  if (!read.success) throw new CentreAway('no_centre', read.error);
  // Before the hall knows the key, the answer names it, and the code that people compare says whether it is the centre's.
  const signer = centreKey ?? namedKey(read.data);
  const signed = { status: answered.status, requestSignature: signature, body: answered.body };
  if (signer === null || !isSignedBy(signer, answerBytes(signed), answered.signature)) {
    throw new CentreAway('other_key');
  }
  return read.data;
}

function namedKey(answer: unknown): string | null {
  const { centre } = answer as { readonly centre?: { readonly publicKey?: unknown } };
  return typeof centre?.publicKey === 'string' ? centre.publicKey : null;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

/** Whether a hall may speak by plain HTTP: to its own machine alone. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

let kept: { readonly http: HttpAgent; readonly https: HttpsAgent } | undefined;

/** By the machine's proxy where its environment names one, and by its authorities: an office may have one of its own. */
function agents() {
  if (kept) return kept;
  const shared = { keepAlive: true, maxSockets: 1, proxyEnv: process.env };
  kept = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 1 }),
    https: new HttpsAgent({ ...shared, ca: authorities() }),
  };
  return kept;
}

function authorities(): string[] {
  const all = new Set(getCACertificates('default'));
  try {
    for (const each of getCACertificates('system')) all.add(each);
  } catch {
    // Electron's library of its own may not tell the system's.
  }
  return [...all];
}

/** What was answered, by whomever: nothing of it is proved. */
export interface Answered {
  readonly status: number;
  readonly body: Uint8Array;
  readonly signature: string;
}

/** A request as it is carried, by POST. */
export interface CarriedRequest {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}

/** Rejects with `CentreAway` where no answer came, and with the signal's reason. */
export type SendRequest = (url: URL, asked: CarriedRequest) => Promise<Answered>;

function send(url: URL, asked: CarriedRequest): Promise<Answered> {
  const { headers, body } = asked;
  const options = {
    method: 'POST',
    headers,
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(patienceMs)]),
  };
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(asked.signal.aborted ? asked.signal.reason : new CentreAway(reasonOf(error), error));
    };
    const taken = (answer: IncomingMessage) => {
      readAll(answer)
        .then((bytes) => {
          const signature = answer.headers[centreHeaders.signature];
          resolve({ status: answer.statusCode ?? 0, body: bytes, signature: String(signature ?? '') });
        })
        .catch(fail);
    };
    const isPlain = url.protocol === 'http:';
    if (isPlain && !isLoopback(url)) return fail(new Error('plain HTTP to another machine'));
    const sent: ClientRequest = isPlain
      ? httpRequest(url, { ...options, agent: agents().http }, taken)
      : httpsRequest(url, { ...options, agent: agents().https }, taken);
    sent.on('error', fail);
    sent.end(body);
  });
}

async function readAll(answer: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.byteLength;
    if (length > mostAnswerBytes) throw new Error('an answer without an end');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const authorityFaults = /^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|CERT_|ERR_TLS_CERT)/;

function reasonOf(error: unknown): CentreAway['why'] {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return authorityFaults.test(code) ? 'unknown_authority' : 'unreachable';
}
