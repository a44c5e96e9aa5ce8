import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type BatchAnswer, unpackBatch } from '../../electron/contract/centre/batch';
import { readEntry } from '../../electron/contract/centre/journal-kinds';
import type { JournalPosition, JournalRow } from '../../electron/contract/centre/journal-row';
import { judgeBatch } from '../../electron/contract/centre/judge-batch';
import {
  centrePairingCode,
  centrePairingRequest,
  centrePairingStateRequest,
} from '../../electron/contract/centre/pairing';
import { helloRequest, stateStatuses } from '../../electron/contract/centre/sessions';
import {
  answerBytes,
  isSignedBy,
  keyIdOf,
  makeSigningKey,
  requestBytes,
  signBytes,
} from '../../electron/contract/centre/signing';
import { type HallSnapshot, hallSnapshot } from '../../electron/contract/centre/snapshot';
import { centreAddresses, centreHeaders, hallHeaders } from '../../electron/contract/centre/wire';
import { newNonce } from '../../electron/uplink/call-centre';

interface KnownHall {
  publicKey: string;
  readonly rows: Map<number, Map<number, JournalRow>>;
  session: { readonly name: string; turn: number } | null;
  state: 'let_in' | 'frozen' | 'revoked' | 'gone';
  snapshot: HallSnapshot | null;
  hellos: number;
}

/** What goes wrong with a request to a path: before the centre takes it, or after. */
export type Trouble = 'drop' | 'lose_answer' | 'busy' | 'stranger' | 'no_json';

export interface StrictCentre {
  readonly url: string;
  /** The codes that wait to be typed. */
  readonly codes: () => string[];
  /** Lets the hall in that read out a code; or refuses it. */
  decide(code: string, letIn: boolean): void;
  readonly hall: () => KnownHall;
  /** Whether a hall was let in. */
  readonly isKnown: () => boolean;
  /** All rows that it has, by epoch and number. */
  readonly rows: () => JournalRow[];
  /** Forgets rows: all, or those of the newest epoch after a number. */
  forget(after?: number): void;
  /** What goes wrong with the next requests to a path, one each. */
  trouble(to: keyof typeof centreAddresses, ...troubles: Trouble[]): void;
  /** Resolves once something holds, looked at after each request. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A centre that keeps to the protocol and remembers nothing on disk: it says no wherever a real one does. */
export async function strictCentre(): Promise<StrictCentre> {
  const key = makeSigningKey();
  const halls = new Map<string, KnownHall>();
  const pairings = new Map<string, { hallId: string; publicKey: string; code: string; state: string }>();
  const troubles = new Map<string, Trouble[]>();
  const waiting = new Set<() => void>();
  let onlyHall = '';

  const haveOf = ({ rows }: KnownHall): JournalPosition | null => {
    const epoch = Math.max(0, ...rows.keys());
    const seq = Math.max(0, ...(rows.get(epoch)?.keys() ?? []));
    const row = rows.get(epoch)?.get(seq);
    return row ? { epoch, seq, hash: row.hash } : null;
  };

  const pair = (body: unknown, hallId: string) => {
    const asked = centrePairingRequest.parse(body);
    if (asked.hallId !== hallId) throw new Error('another hall is named');
    const selector = [...Array(4)].map(() => 'ABCDEFGH'[Math.floor(Math.random() * 8)]).join('');
    const pairing = newNonce();
    const { publicKey } = asked;
    const code = centrePairingCode({ selector, hallId, hallKey: publicKey, centreKey: key.publicKey });
    pairings.set(pairing, { hallId, publicKey, code, state: 'waiting' });
    const centre = { publicKey: key.publicKey, name: 'Bagian Organisasi' };
    return { status: 201, body: { pairing, selector, centre, expiresAt: '2026-11-24T09:15:00+07:00' } };
  };
  const pairingState = (body: unknown) => {
    const { state = 'ended' } = pairings.get(centrePairingStateRequest.parse(body).pairing) ?? {};
    return { status: 200, body: state === 'let_in' ? { state, name: 'MPP Kajen' } : { state } };
  };

  const take = (hall: KnownHall, hallId: string, bytes: Buffer): BatchAnswer => {
    const batch = unpackBatch(bytes);
    if (!batch) return { state: 'malformed', detail: 'no batch' };
    const have = haveOf(hall);
    const own = hall.rows.get(batch.epoch) ?? new Map<number, JournalRow>();
    const known = new Map([...own.values()].map((row) => [row.seq, row.hash]));
    const judgement = judgeBatch(batch, { hallId, have, known });
    switch (judgement.judged) {
      case 'follows': {
        for (const row of batch.rows.slice(judgement.newFrom)) own.set(row.seq, row);
        hall.rows.set(batch.epoch, own);
        const parked = batch.rows.flatMap((row) => {
          const read = readEntry(row);
          return 'parked' in read ? [{ epoch: row.epoch, seq: row.seq, reason: read.parked }] : [];
        });
        return { state: 'taken', have: haveOf(hall) as JournalPosition, parked };
      }
      case 'gap':
        return { state: 'gap', have };
      case 'differs':
        return { state: 'differs', have: have as JournalPosition };
      case 'two_machines':
        hall.state = 'frozen';
        return { state: 'frozen', reason: 'two_machines', since: '2026-11-24T09:00:00+07:00' };
      default:
        return { state: 'malformed', detail: judgement.detail };
    }
  };

  const answer = (path: string, bytes: Buffer, head: Record<string, string>) => {
    const hallId = head.hall ?? '';
    const json = (): unknown => JSON.parse(bytes.toString('utf8'));
    if (path === centreAddresses.pair) return pair(json(), hallId);
    if (path === centreAddresses.pairingState) return pairingState(json());
    const hall = halls.get(hallId);
    if (!hall) return { state: 'gone' };
    if (hall.state === 'revoked' || hall.state === 'gone') return { state: hall.state };
    if (hall.state === 'frozen') {
      return { state: 'frozen', reason: 'two_machines', since: '2026-11-24T09:00:00+07:00' };
    }
    if (path === centreAddresses.hello) {
      helloRequest.parse(json());
      hall.hellos += 1;
      hall.session = { name: newNonce(), turn: 0 };
      const now = '2026-11-24T09:00:00+07:00';
      return { state: 'welcome', session: hall.session.name, have: haveOf(hall), now };
    }
    const turn = Number(head.turn);
    const { session } = hall;
    if (!session || session.name !== head.session || turn <= session.turn) return { state: 'begin_again' };
    session.turn = turn;
    if (path === centreAddresses.journal) return take(hall, hallId, bytes);
    if (path === centreAddresses.snapshot) {
      hall.snapshot = hallSnapshot.parse(json());
      return { state: 'taken' };
    }
    throw new Error(`no such path ${path}`);
  };

  const keyOf = (path: string, bytes: Buffer, hallId: string, keyId: string) => {
    if (path === centreAddresses.pair) {
      return (JSON.parse(bytes.toString('utf8')) as { publicKey: string }).publicKey;
    }
    const asking = [...pairings.values()].find(({ publicKey }) => keyIdOf(publicKey) === keyId);
    return path === centreAddresses.pairingState ? asking?.publicKey : halls.get(hallId)?.publicKey;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const bytes = Buffer.concat(parts);
    const path = request.url ?? '';
    const head = Object.fromEntries(
      Object.entries(hallHeaders).map(([name, header]) => [name, String(request.headers[header] ?? '')]),
    );
    const { hall: hallId = '', key: keyId = '', session = '', signature = '' } = head;
    const publicKey = keyOf(path, bytes, hallId, keyId);
    const centreKeyId = path === centreAddresses.pair ? '' : keyIdOf(key.publicKey);
    const signed = requestBytes({
      ...{ path, centreKeyId, hallId, keyId, session },
      ...{ turn: Number(head.turn), body: bytes },
    });
    const trouble = troubles.get(path)?.shift();
    if (trouble === 'drop') return request.socket.destroy();
    let body: unknown;
    let status: number;
    if (trouble === 'busy') [body, status] = [{ state: 'busy', retryAfterSeconds: 1 }, 503];
    else if (
      publicKey === undefined ||
      keyIdOf(publicKey) !== keyId ||
      !isSignedBy(publicKey, signed, signature)
    ) {
      [body, status] = [{ state: 'revoked' }, 403];
    } else {
      const answered = answer(path, bytes, head);
      if ('status' in answered) [body, status] = [answered.body, answered.status];
      else [body, status] = [answered, stateStatuses[answered.state as keyof typeof stateStatuses]];
    }
    if (trouble === 'lose_answer') request.socket.destroy();
    else {
      const text = Buffer.from(trouble === 'no_json' ? '<html>Selamat datang' : JSON.stringify(body));
      const signer = trouble === 'stranger' ? makeSigningKey() : key;
      response.writeHead(status, {
        'content-type': 'application/json',
        [centreHeaders.key]: keyIdOf(signer.publicKey),
        [centreHeaders.signature]: signBytes(
          answerBytes({ status, requestSignature: signature, body: text }),
          signer,
        ),
      });
      response.end(text);
    }
    for (const look of waiting) look();
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  const theHall = () => {
    const hall = halls.get(onlyHall);
    if (!hall) throw new Error('no hall was let in');
    return hall;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    codes: () => [...pairings.values()].flatMap(({ code, state }) => (state === 'waiting' ? [code] : [])),
    decide: (code, letIn) => {
      const asked = [...pairings.values()].find((each) => each.code === code);
      if (!asked) throw new Error(`no hall reads out ${code}`);
      asked.state = letIn ? 'let_in' : 'refused';
      if (!letIn) return;
      const { hallId, publicKey } = asked;
      onlyHall = hallId;
      const rows = halls.get(hallId)?.rows ?? new Map<number, Map<number, JournalRow>>();
      halls.set(hallId, { publicKey, rows, session: null, state: 'let_in', snapshot: null, hellos: 0 });
    },
    hall: theHall,
    isKnown: () => halls.has(onlyHall),
    rows: () =>
      [...theHall().rows.entries()]
        .sort(([a], [b]) => a - b)
        .flatMap(([, rows]) => [...rows.values()].sort((a, b) => a.seq - b.seq)),
    forget: (after) => {
      const { rows } = theHall();
      if (after === undefined) rows.clear();
      const newest = rows.get(Math.max(0, ...rows.keys()));
      for (const seq of newest?.keys() ?? []) if (seq > (after ?? 0)) newest?.delete(seq);
    },
    trouble: (to, ...more) => {
      const path = centreAddresses[to];
      troubles.set(path, [...(troubles.get(path) ?? []), ...more]);
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop,
    start: () => listen(port),
  };
}
