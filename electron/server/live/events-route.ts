import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../queue/refusal';
import type { Callers } from '../callers';
import { BadRequest } from '../problems';
import { apiBase } from '../register-routes';
import type { Hub } from './hub';
import { openStream } from './stream';
import { type TopicParts, topicOf, type WantedTopic } from './topics';

const eventsQuery = z.strictObject({
  /** `board,counter:7` */
  topics: z.string().min(1).max(4000),
  /** The part of the hall that `board` is of. */
  zone: z.string().max(40).optional(),
  /** What `Last-Event-ID` says, for a page that opens its stream anew itself. */
  lastEventId: z.string().max(20).optional(),
});
const topicLimit = 64;

/** `GET /events`: server-sent events of the topics that were asked for. */
export function registerEvents(
  app: FastifyInstance,
  parts: Pick<TopicParts, 'devices'> & { readonly hub: Hub; readonly callers: Callers },
): void {
  const { hub, callers, devices } = parts;
  app.get<{ Querystring: z.output<typeof eventsQuery> }>(
    `${apiBase}/events`,
    {
      exposeHeadRoute: false,
      schema: {
        querystring: eventsQuery,
        summary: 'Snapshots and calls as they happen (Server-Sent Events)',
        description:
          'Topics: `board`, `board:ZONE`, `counters`, `display`, `ticket:TOKEN`; `kiosk` for a kiosk; ' +
          '`counter:ID`, `desk:ID` with a session; `hall`, `devices` for supervisors and admins; ' +
          '`device:ID` for a kiosk or display.',
      },
    },
    (request, reply) => {
      const wanted = wantedTopics(request.query, { devices, deviceId: callers.deviceOf(request)?.deviceId });
      for (const { topic } of wanted) proveTopic(callers, request, topic);
      const device = callers.deviceOf(request);
      // Only what shows the device's own page: the same cookie opens others at the kiosk machine.
      const ownPage = device && wanted.some(({ event }) => event === device.deviceKind);
      let lineClosed = () => {};
      openStream(request, reply, hub, {
        wanted,
        mayStill: () =>
          wanted.every(({ topic }) => isPublic(topic) || callers.mayStill(request, topic.callers)),
        lastSequence: lastSequence(request),
        onEnd: () => lineClosed(),
      });
      if (ownPage) lineClosed = devices.lineOpened(device.deviceId);
    },
  );
}

function wantedTopics({ topics, zone }: z.output<typeof eventsQuery>, parts: TopicParts): WantedTopic[] {
  const names = [...new Set(topics.split(','))];
  const bad = (message: string) => new BadRequest([{ path: 'topics', message }]);
  if (names.length > topicLimit) throw bad(`at most ${topicLimit} topics`);
  return names.map((name) => {
    const topic = topicOf(name, zone, parts);
    if (!topic) throw bad(`there is no topic ${name}`);
    return topic;
  });
}

function isPublic(topic: WantedTopic['topic']): boolean {
  return topic.callers.includes('anyone') || topic.callers.includes('holder');
}

/** Whoever isn't allowed gets 403 before the stream, signed in or not: a stream can't ask for a sign-in. */
function proveTopic(callers: Callers, request: FastifyRequest, topic: WantedTopic['topic']): void {
  if (isPublic(topic)) return;
  if (!callers.mayStill(request, topic.callers)) throw new Refusal('forbidden');
}

function lastSequence(request: FastifyRequest<{ Querystring: z.output<typeof eventsQuery> }>): number | null {
  const given = request.headers['last-event-id'] ?? request.query.lastEventId;
  const text = Array.isArray(given) ? given[0] : given;
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
