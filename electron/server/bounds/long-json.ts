import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../queue/refusal';
import { FairShare } from './fair-share';

/** A hall of two hundred counters has fewer; so many are parsed and checked within a tenth of a second. */
const maxParts = 250_000;

/**
 * Lets the routes of a scope take long JSON, such as a whole hall: what it is made of is counted as it comes in, so that
 * what would hold up the hall is refused before it is parsed, however few bytes it has. Pictures in it are one part each.
 */
export function takeLongJson(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  const share = new FairShare();
  // Once it is known who asks, and before the body is read.
  scope.addHook('preParsing', async (_request, reply) => {
    const leave = await share.enter();
    if (reply.raw.closed) leave();
    else reply.raw.once('close', leave);
  });
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('application/json', (request, payload: Readable, done) => {
    readBounded(payload, request.routeOptions.bodyLimit ?? 0).then(
      (text) => parse(request, text, done),
      (error: unknown) => done(error as Error),
    );
  });
}

/** Throws `Refusal('too_large')` where it is too long, or made of too many parts. */
async function readBounded(payload: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  const parts = new PartCount();
  let bytes = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes || parts.add(chunk) > maxParts) throw new Refusal('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const [quote, backslash, comma, colon, brace, bracket] = [...'"\\,:{['].map((sign) => sign.charCodeAt(0));

/** Counts what a JSON text is made of, names, values, lists and objects, as its bytes come in. */
export class PartCount {
  #count = 0;
  #isInText = false;
  #isEscaped = false;

  /** Returns how many have begun so far. */
  add(chunk: Uint8Array): number {
    for (const byte of chunk) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isInText) {
        if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#isInText = false;
      } else if (byte === quote) this.#isInText = true;
      else if (byte === comma || byte === colon || byte === brace || byte === bracket) this.#count += 1;
    }
    return this.#count;
  }
}
