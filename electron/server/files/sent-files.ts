import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import type { SentFile } from '../routing/route-request';

/** Left for the database whatever is uploaded: a full disk would stop the numbers. */
const keptFreeBytes = 500 * 1024 * 1024;

/**
 * Lets the routes of a scope take files: each is written aside as it comes, bounded by its route, and gone once the
 * request is answered unless it was moved. What an earlier run left aside is removed.
 */
export function takeFiles(scope: FastifyInstance, dataDir: string): void {
  const folder = join(dataDir, 'sent');
  rmSync(folder, { recursive: true, force: true });
  scope.addContentTypeParser('application/octet-stream', (request: FastifyRequest, payload: Readable) =>
    keep(request, payload, folder),
  );
  scope.addHook('preHandler', (request, _reply, done) => {
    if (request.sentFile) done();
    else
      done(
        new Refusal('invalid_request', {
          errors: [{ path: 'file', fault: fieldFault('octet_stream') }],
        }),
      );
  });
  scope.addHook('onResponse', async (request) => {
    if (request.sentFile) await rm(request.sentFile.path, { force: true });
  });
}

async function keep(
  request: FastifyRequest,
  payload: Readable,
  folder: string,
): Promise<Pick<SentFile, 'sha256'>> {
  const most = request.routeOptions.config.tableRow?.file?.most ?? 0;
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refusal('too_large');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < keptFreeBytes + most) throw new Refusal('disk_low');
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new Refusal('too_large');
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(payload, measured, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof Refusal || !payload.destroyed || payload.readableEnded) throw error;
    throw new Refusal('invalid_request', {
      errors: [{ path: 'file', fault: fieldFault('not_whole_file') }],
    });
  }
  const sha256 = hash.digest('hex');
  request.sentFile = { path, bytes, sha256 };
  // An idempotency key is kept with what was sent, which is not where it lies.
  return { sha256 };
}
