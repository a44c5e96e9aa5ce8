import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { documentsRequest } from '../../contract/centre/documents';
import { centrePairingRequest, centrePairingStateRequest } from '../../contract/centre/pairing';
import { helloRequest, stateStatuses } from '../../contract/centre/sessions';
import { answerBytes, keyIdOf, signBytes } from '../../contract/centre/signing';
import { centreAddresses, centreHeaders, hallHeaders, mostSentBytes } from '../../contract/centre/wire';
import { Refusal } from '../../queue/refusal';
import { isAway, isUnstorable } from '../database/engine';
import { askToBeLetIn, pairingState } from '../intake/pairings';
import { findHall, type HallWords, isProved, type KnownHall, readHallWords } from '../intake/prove-hall';
import { beginSession, takeTurn } from '../intake/sessions';
import { takeBatch } from '../intake/take-batch';
import { takeSnapshot } from '../intake/take-snapshot';
import type { CentreParts } from '../parts';
import { feedRate } from './bound-requests';

/** Seconds after which a hall is to try again. */
const retryAfterAway = 30;

interface Asked {
  readonly words: HallWords;
  readonly hall: KnownHall;
  readonly body: Buffer;
}
type Answer = object;

/**
 * Opens the doors for halls. Who asks is looked up before a body is read, and the body's signature is proved before anything in
 * it is unpacked. Every answer is signed.
 */
export async function registerHallDoors(app: FastifyInstance, parts: CentreParts): Promise<void> {
  const { database, key, log, now } = parts;
  const centreKeyId = keyIdOf(key.publicKey);
  const send = (request: FastifyRequest, reply: FastifyReply, status: number, answer: Answer) => {
    const body = Buffer.from(JSON.stringify(answer));
    const given = request.headers[hallHeaders.signature];
    const requestSignature = typeof given === 'string' ? given : '';
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .headers({
        'cache-control': 'no-store',
        [centreHeaders.key]: centreKeyId,
        [centreHeaders.signature]: signBytes(answerBytes({ status, requestSignature, body }), key),
      })
      .send(body);
  };
  const sendState = (request: FastifyRequest, reply: FastifyReply, answer: Answer & { state: string }) => {
    const status = (stateStatuses as Readonly<Record<string, number>>)[answer.state] ?? 200;
    if ('retryAfterSeconds' in answer) reply.header('retry-after', String(answer.retryAfterSeconds));
    return send(request, reply, status, answer);
  };
  const busy = (retryAfterSeconds: number) => ({ state: 'busy', retryAfterSeconds }) as const;
  const malformed = (detail: string) => ({ state: 'malformed', detail }) as const;

  await app.register(async (doors) => {
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    doors.setSerializerCompiler(() => (data) => data as never);
    doors.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
      if (error instanceof Refusal && error.code === 'too_many_requests')
        return sendState(request, reply, busy(error.details.retryAfter ?? retryAfterAway));
      if (isUnstorable(error) || (error.statusCode !== undefined && error.statusCode < 500))
        return sendState(request, reply, malformed('the body can’t be taken'));
      log.error(
        { err: error, route: request.routeOptions.url },
        isAway(error) ? 'the database is away' : 'a hall’s request failed',
      );
      return sendState(request, reply, busy(retryAfterAway));
    });
    const options = { bodyLimit: mostSentBytes, config: feedRate };

    /** A door for halls that were let in. */
    const open = (
      path: string,
      isSession: boolean,
      act: (asked: Asked) => Promise<Answer & { state: string }>,
    ) => {
      const found = new WeakMap<FastifyRequest, Omit<Asked, 'body'>>();
      doors.post(path, {
        ...options,
        onRequest: async (request, reply) => {
          const words = readHallWords(request.headers);
          if (!words || words.turn > 0 !== isSession)
            return sendState(request, reply, malformed('the headers are none of a hall'));
          const known = await findHall(database, words);
          if ('state' in known) return sendState(request, reply, known);
          found.set(request, { words, hall: known.hall });
        },
        handler: async (request, reply) => {
          const asked = found.get(request);
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          if (!asked) return sendState(request, reply, malformed('nobody asks'));
          const { publicKey } = asked.hall;
          if (!isProved(asked.words, { path, body, publicKey, centreKey: key.publicKey }))
            return sendState(request, reply, malformed('the signature doesn’t fit'));
          return sendState(request, reply, await act({ ...asked, body }));
        },
      });
    };
    const read = <Schema extends z.ZodType>(schema: Schema, body: Buffer): z.output<Schema> | null => {
      try {
        return schema.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
      } catch {
        return null;
      }
    };

    doors.post(centreAddresses.pair, options, async (request, reply) => {
      const words = readHallWords(request.headers);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const asked = read(centrePairingRequest, body);
      if (words?.turn !== 0 || !asked || asked.hallId !== words.hall)
        return sendState(request, reply, malformed('not the asking of a hall'));
      const of = { path: centreAddresses.pair, body, publicKey: asked.publicKey, centreKey: '' };
      if (!isProved(words, of)) return sendState(request, reply, malformed('the signature doesn’t fit'));
      return send(request, reply, 200, await askToBeLetIn(parts, asked));
    });
    doors.post(centreAddresses.pairingState, options, async (request, reply) => {
      const words = readHallWords(request.headers);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const asked = read(centrePairingStateRequest, body);
      if (!words || !asked) return sendState(request, reply, malformed('not the asking of a hall'));
      const { state, publicKey } = await pairingState(parts, { ...asked, hall: words.hall });
      const of = { path: centreAddresses.pairingState, body, centreKey: key.publicKey };
      const isOwn = publicKey === null || isProved(words, { ...of, publicKey });
      return isOwn
        ? send(request, reply, 200, state)
        : sendState(request, reply, malformed('the signature doesn’t fit'));
    });
    open(centreAddresses.hello, false, async ({ hall, body }) => {
      const hello = read(helloRequest, body);
      return hello ? await beginSession(parts, hall, hello) : malformed('not a hello');
    });
    open(centreAddresses.journal, true, ({ hall, words, body }) => takeBatch(parts, hall, words, body));
    open(centreAddresses.snapshot, true, ({ hall, words, body }) =>
      takeSnapshot(parts, hall, words, parse(body)),
    );
    open(centreAddresses.documents, true, async ({ hall, words, body }) => {
      const asked = read(documentsRequest, body);
      if (!asked) return malformed('not the asking for documents');
      if (!(await takeTurn(database.query, hall.id, words, now()))) return { state: 'begin_again' };
      // This centre publishes none.
      return { state: 'taken', documents: [], withdrawn: [] };
    });
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
