import type { FastifyInstance } from 'fastify';
import { apiBase } from '../../contract/api-base';
import {
  type AskedParts,
  askedTopics,
  lastSequence,
  mayGoOn,
  type TopicsQuery,
  topicNames,
  topicsQuery,
} from './asked-topics';
import type { Hub } from './hub';
import { openStream } from './stream';

/** `GET /events`: server-sent events of the topics that were asked for. */
export function registerEvents(app: FastifyInstance, parts: AskedParts & { readonly hub: Hub }): void {
  const { hub, callers, devices } = parts;
  app.get<{ Querystring: TopicsQuery }>(
    `${apiBase}/events`,
    {
      exposeHeadRoute: false,
      schema: {
        querystring: topicsQuery,
        summary: 'Snapshots and calls as they happen (Server-Sent Events)',
        description: `${topicNames} With \`partly\`, event \`refused\` tells of a topic that can't be heard.`,
      },
    },
    (request, reply) => {
      const { wanted, standing, refused } = askedTopics(request, parts);
      const device = callers.deviceOf(request);
      // Only what shows the device's own page: the same cookie opens others at the kiosk machine.
      const ownPage = device && wanted.some(({ event }) => event === device.deviceKind);
      let lineClosed = () => {};
      openStream(request, reply, hub, {
        wanted,
        standing,
        refused,
        isPartly: request.query.partly !== undefined,
        mayStill: () => mayGoOn(request, wanted, parts),
        lastSequence: lastSequence(request),
        onEnd: () => lineClosed(),
      });
      if (ownPage) lineClosed = devices.lineOpened(device.deviceId);
    },
  );
}
