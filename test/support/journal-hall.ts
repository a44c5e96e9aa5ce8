import { randomBytes } from 'node:crypto';
import { type BatchAnswer, packBatch } from '../../electron/contract/centre/batch';
import { hashAfter, hashBefore } from '../../electron/contract/centre/journal-hash';
import type { JournalPosition, JournalRow } from '../../electron/contract/centre/journal-row';
import { type CentrePairing, centrePairingCode } from '../../electron/contract/centre/pairing';
import type { HelloAnswer } from '../../electron/contract/centre/sessions';
import {
  answerBytes,
  isSignedBy,
  keyIdOf,
  makeSigningKey,
  requestBytes,
  type SigningKey,
  signBytes,
} from '../../electron/contract/centre/signing';
import { centreAddresses, centreHeaders, hallHeaders } from '../../electron/contract/centre/wire';

export const newNonce = () => randomBytes(16).toString('base64url');

interface HallAnswer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  /** Whether the centre has signed this answer to this request. */
  readonly isSigned: boolean;
  readonly headers: Headers;
}

/** The side of a hall on the wire: keys, a chain of rows, and requests as the protocol has them. */
export class JournalHall {
  readonly uid = newNonce();
  readonly key: SigningKey;
  readonly machine = newNonce();
  readonly rows: JournalRow[] = [];
  session = newNonce();
  turn = 0;
  #centre: { readonly url: string; readonly key: string };

  constructor(
    centre: { readonly url: string; readonly key: { readonly publicKey: string } },
    copyOf?: JournalHall,
  ) {
    this.#centre = { url: centre.url, key: centre.key.publicKey };
    this.key = copyOf?.key ?? makeSigningKey();
    if (copyOf) {
      this.uid = copyOf.uid;
      this.rows.push(...copyOf.rows);
    }
  }

  /** Writes a row; the first of each epoch opens it. */
  write(kind: string, body: unknown, { epoch = this.rows.at(-1)?.epoch ?? 1, version = 1 } = {}): JournalRow {
    const before = this.rows.findLast((row) => row.epoch === epoch);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const row = { epoch, seq: (before?.seq ?? 0) + 1, at: 1_764_000_000_000, kind, version, body: text };
    const whole = { ...row, hash: hashAfter(before?.hash ?? hashBefore(this.uid, epoch), row) };
    this.rows.push(whole);
    return whole;
  }

  /** Opens an epoch. */
  open(epoch = 1, after: JournalPosition | null = null, reason = 'linked'): JournalRow {
    return this.write('epoch_opened', { reason, after }, { epoch });
  }

  async ask<Body>(
    path: string,
    body: Uint8Array | object,
    change: {
      readonly key?: SigningKey;
      readonly centreKey?: string;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<HallAnswer<Body>> {
    const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
    const isBefore = (
      [centreAddresses.pair, centreAddresses.pairingState, centreAddresses.hello] as string[]
    ).includes(path);
    const session = isBefore ? newNonce() : this.session;
    const turn = isBefore ? 0 : ++this.turn;
    const { publicKey } = this.key;
    const centreKeyId = path === centreAddresses.pair ? '' : keyIdOf(change.centreKey ?? this.#centre.key);
    const of = { path, centreKeyId, hallId: this.uid, keyId: keyIdOf(publicKey), session, turn, body: bytes };
    const signature = signBytes(requestBytes(of), change.key ?? this.key);
    const answer = await fetch(`${this.#centre.url}${path}`, {
      method: 'POST',
      headers: {
        [hallHeaders.hall]: this.uid,
        [hallHeaders.key]: keyIdOf(publicKey),
        [hallHeaders.session]: session,
        [hallHeaders.turn]: String(turn),
        [hallHeaders.signature]: signature,
        'content-type': 'application/gzip',
        ...change.headers,
      },
      body: new Uint8Array(bytes),
    });
    const told = Buffer.from(await answer.arrayBuffer());
    const signed = answerBytes({ status: answer.status, requestSignature: signature, body: told });
    const isSigned = isSignedBy(this.#centre.key, signed, answer.headers.get(centreHeaders.signature) ?? '');
    return { status: answer.status, body: JSON.parse(told.toString()), isSigned, headers: answer.headers };
  }

  pair(): Promise<HallAnswer<CentrePairing>> {
    return this.ask(centreAddresses.pair, {
      hallId: this.uid,
      publicKey: this.key.publicKey,
      name: 'MPP Sleman',
      city: 'Sleman',
      timezone: 'Asia/Jakarta',
      version: '0.1.0',
    });
  }

  codeOf(pairing: CentrePairing): string {
    const { selector, centre } = pairing;
    return centrePairingCode({
      selector,
      hallId: this.uid,
      hallKey: this.key.publicKey,
      centreKey: centre.publicKey,
    });
  }

  async hello(): Promise<HallAnswer<HelloAnswer>> {
    const newest = this.rows.at(-1);
    const answer = await this.ask<HelloAnswer>(centreAddresses.hello, {
      machine: this.machine,
      version: '0.1.0',
      newest: newest ? { epoch: newest.epoch, seq: newest.seq, hash: newest.hash } : null,
      now: '2026-11-25T09:00:00+07:00',
    });
    if (answer.body.state === 'welcome') {
      this.session = answer.body.session;
      this.turn = 0;
    }
    return answer;
  }

  send(rows: readonly JournalRow[]): Promise<HallAnswer<BatchAnswer>> {
    const epoch = rows[0]?.epoch ?? 1;
    return this.ask(centreAddresses.journal, packBatch({ format: 1, epoch, rows: [...rows] }));
  }
}
