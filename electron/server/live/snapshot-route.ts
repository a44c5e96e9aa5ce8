import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { apiBase } from '../../contract/api-base';
import { plainAnswer } from '../../contract/plain-line';
import { deviceIdOf } from '../callers';
import type { AskedLines } from './asked-lines';
import { type AskedParts, askedTopics, lastSequence, topicNames, topicsQuery } from './asked-topics';
import type { HeldStreams } from './held-streams';
import type { Hub } from './hub';
import { kiosksOnly, type PrintJobsParts, printJobTopics } from './print-job-topics';
import type { WantedTopic } from './topics';

/** Whether streams are known to be held back, so that an admin may be told. */
const streamsHeld = z.literal('yes').optional();
const snapshotQuery = topicsQuery.extend({ streamsHeld });
const printJobsQuery = z.strictObject({ streamsHeld });

/**
 * `GET /events/snapshot` and `GET /devices/me/print-jobs/snapshot`: by plain requests what the streams tell, for those whose
 * streams are held back on the way. Whoever asks counts as there, as with an open stream.
 */
export function registerSnapshots(
  app: FastifyInstance,
  parts: PrintJobsParts &
    AskedParts & {
      readonly hub: Hub;
      readonly heldStreams: HeldStreams;
      readonly askedLines: AskedLines;
    },
): void {
  const { hub, callers, devices, heldStreams, askedLines } = parts;
  const noteHeld = (request: FastifyRequest, held: 'yes' | undefined) => {
    const caller = held && callers.knownOf(request);
    if (caller) heldStreams.told(caller, request.ip);
  };
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: readonly WantedTopic[],
    heard: number | null,
    refused: Map<string, string> | null,
  ) => {
    const { tag, body } = hub.ask(wanted, heard, refused);
    reply.header('cache-control', 'no-store').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body());
  };

  app.get<{ Querystring: z.output<typeof snapshotQuery> }>(
    `${apiBase}/events/snapshot`,
    {
      exposeHeadRoute: false,
      schema: {
        querystring: snapshotQuery,
        response: { 200: plainAnswer },
        summary: 'The same by a plain request, for those whose streams are held back on the way',
        description: `${topicNames} 304 where nothing changed since the answer of \`If-None-Match\`.`,
      },
    },
    (request, reply) => {
      const { wanted, refused } = askedTopics(request, parts);
      const device = callers.deviceOf(request);
      if (device && wanted.some(({ event }) => event === device.deviceKind)) {
        askedLines.asked(device.deviceId, () => devices.lineOpened(device.deviceId));
      }
      noteHeld(request, request.query.streamsHeld);
      const isPartly = request.query.partly !== undefined;
      return answer(request, reply, wanted, lastSequence(request), isPartly ? new Map(refused) : null);
    },
  );

  app.get<{ Querystring: z.output<typeof printJobsQuery> }>(
    `${apiBase}/devices/me/print-jobs/snapshot`,
    {
      exposeHeadRoute: false,
      schema: {
        querystring: printJobsQuery,
        response: { 200: plainAnswer },
        summary: "A kiosk's open print jobs by a plain request, for one whose stream is held back on the way",
        description: 'The events of the stream as snapshots. Whoever asks again and again counts as there.',
      },
    },
    (request, reply) => {
      const deviceId = deviceIdOf(callers.prove(request, { callers: kiosksOnly }));
      askedLines.asked(`print jobs of ${deviceId}`, () => devices.printers.lineOpened(deviceId));
      noteHeld(request, request.query.streamsHeld);
      return answer(request, reply, printJobTopics(parts, deviceId), null, null);
    },
  );
}
