import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../queue/refusal';
import type { Callers } from '../callers';
import { BadRequest } from '../problems';
import { apiBase } from '../register-routes';
import type { Hub } from './hub';
import { Listener } from './listener';
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
const listenerLimit = 5_000;

/** `GET /events`: server-sent events of the topics that were asked for. */
export function registerEvents(
  app: FastifyInstance,
  parts: TopicParts & { readonly hub: Hub; readonly callers: Callers },
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
      const wanted = wantedTopics(request.query.topics, request.query.zone, parts);
      for (const { topic } of wanted) proveTopic(callers, request, topic);
      if (hub.listenerCount >= listenerLimit) throw new Refusal('too_many_requests', { retryAfter: 60 });

      const listener = new Listener({
        response: reply.raw,
        wanted,
        mayStill: () =>
          wanted.every(({ topic }) => isPublic(topic) || callers.mayStill(request, topic.callers)),
      });
      const first = hub.add(listener, lastSequence(request));
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that collects answers would hold calls back.
        'x-accel-buffering': 'no',
      });
      request.raw.socket.setNoDelay(true);
      const device = callers.deviceOf(request);
      // Only what shows the device's own page: the same cookie opens others at the kiosk machine.
      const ownPage = device && wanted.some(({ topic }) => topic.key === device.deviceKind);
      const lineClosed = ownPage ? devices.lineOpened(device.deviceId) : () => undefined;
      reply.raw.on('close', () => {
        hub.remove(listener);
        lineClosed();
      });
      reply.raw.on('error', () => hub.remove(listener));
      listener.write(`retry: 1000\n\n${first}`);
    },
  );
}

function wantedTopics(text: string, zone: string | undefined, parts: TopicParts): WantedTopic[] {
  const names = [...new Set(text.split(','))];
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
