import { createReadStream, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { apiBase } from '../../contract/api-base';
import { hallFiles } from '../../copies/hall-files';
import { isKeptName } from '../../copies/manifest';
import { Refusal } from '../../queue/refusal';
import { type FeedBegun, writeMessage } from '../../standby/feed-messages';
import { readMainMachine } from '../../store/main-machine';
import { migrations } from '../../store/migrations/index';
import { query } from '../../store/store';
import { type Callers, deviceIdOf } from '../callers';
import type { ServerParts } from '../parts';
import { kiosksOnly } from './print-job-topics';

const beatMs = 2_000;
/** Whoever lets more than this wait is dropped, and comes again. */
const longestWaiting = 32 * 1024 * 1024;
const snapshotName = 'standby-snapshot.sqlite';

const feedQuery = z.strictObject({
  generation: z.string().max(40).optional(),
  after: z.coerce.number().int().min(0).optional(),
});
const fileQuery = z.strictObject({ name: z.string().max(300) });

/** What the standby takes besides rows of the table: the feed of commits, a snapshot of the database, the hall's files. */
export function registerStandby(app: FastifyInstance, parts: ServerParts, callers: Callers): void {
  const { standby, store, dataDir } = parts;
  const requireStandby = (request: FastifyRequest) => {
    const deviceId = deviceIdOf(callers.prove(request, { callers: kiosksOnly }));
    if (!standby.isChosen(deviceId)) throw new Refusal('not_found');
  };
  const lines = new Set<() => void>();
  app.addHook('onClose', async () => {
    for (const end of [...lines]) end();
  });

  app.get<{ Querystring: z.output<typeof feedQuery> }>(
    `${apiBase}/devices/me/standby/feed`,
    { exposeHeadRoute: false, schema: { querystring: feedQuery, hide: true } },
    (request, reply) => {
      requireStandby(request);
      const { generation, after } = request.query;
      const known = generation !== undefined && after !== undefined ? { generation, sequence: after } : null;
      beginAnswer(request, reply);
      const { raw } = reply;
      const end = () => {
        lines.delete(end);
        clearInterval(beating);
        line.leave();
        raw.destroy();
      };
      const tell = (message: Buffer) => {
        raw.write(message);
        if (raw.writableLength > longestWaiting) end();
      };
      // What was missed comes after the word where it goes on.
      const missed: Buffer[] = [];
      let hear = (message: Buffer): void => {
        missed.push(message);
      };
      const line = standby.feed.follow(known, { told: (message) => hear(message), ended: () => end() });
      const { hallId, shape } = identity();
      const begun: FeedBegun = {
        generation: line.from.generation,
        shape,
        hallId,
        epoch: readMainMachine(store).epoch,
      };
      const body = Buffer.from(JSON.stringify(begun));
      const beating = setInterval(() => {
        try {
          requireStandby(request);
        } catch {
          end();
          return;
        }
        tell(beat());
      }, beatMs);
      lines.add(end);
      raw.on('close', end);
      raw.on('error', end);
      tell(writeMessage({ kind: 'begun', sequence: line.from.sequence, at: Date.now(), body }));
      hear = tell;
      for (const message of missed) tell(message);
      tell(beat());
    },
  );

  let isCopying = false;
  app.get(
    `${apiBase}/devices/me/standby/snapshot`,
    { exposeHeadRoute: false, schema: { hide: true } },
    async (request, reply) => {
      requireStandby(request);
      if (isCopying) throw new Refusal('in_use');
      isCopying = true;
      const file = join(dataDir, snapshotName);
      try {
        rmSync(file, { force: true });
        await store.backup(file);
        const place = standby.feed.place;
        if (!place) throw new Refusal('not_found');
        reply.header('antre-generation', place.generation);
        reply.header('antre-whole-from', String(place.sequence));
        reply.header('content-length', String(statSync(file).size));
        beginAnswer(request, reply);
        await pipeline(createReadStream(file), reply.raw).catch(() => undefined);
      } finally {
        isCopying = false;
        rmSync(file, { force: true });
      }
    },
  );

  app.get<{ Querystring: z.output<typeof fileQuery> }>(
    `${apiBase}/devices/me/standby/file`,
    { exposeHeadRoute: false, schema: { querystring: fileQuery, hide: true } },
    async (request, reply) => {
      requireStandby(request);
      const { name } = request.query;
      const found = isKeptName(name) && (await hallFiles(dataDir)).find((each) => each.name === name);
      if (!found) throw new Refusal('not_found');
      return reply.type('application/octet-stream').send(createReadStream(found.path));
    },
  );

  function identity(): { readonly hallId: string; readonly shape: number } {
    const found = store.first(query.selectFrom('hall_identity').select('id'));
    return { hallId: found?.id ?? '', shape: migrations.length };
  }

  function beat(): Buffer {
    return writeMessage({
      kind: 'beat',
      sequence: standby.feed.place?.sequence ?? 0,
      at: Date.now(),
      body: Buffer.alloc(0),
    });
  }
}

/** Takes the answer over from the server: its bytes are written as they come. */
function beginAnswer(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.leavePlace?.();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  request.raw.socket.setNoDelay(true);
}
