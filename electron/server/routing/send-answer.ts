import type { FastifyReply } from 'fastify';
import type { Answer } from '../../actions/action-runner';
import type { Route } from '../../contract/routes/route';
import { tagOf } from './edit';

/** Sends what a handler answered, in the form that the route's row says. */
export function sendAnswer(route: Route, reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status);
  const tag = versionTag(answer.body);
  if (tag !== null) reply.header('etag', tag);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (route.produces) return reply.type(route.produces).send(answer.body);
  return answer.body === null ? reply.send() : reply.send(answer.body);
}

/** An answer as it is kept for all who ask. Throws for one that isn't there at once. */
export function textOf(answer: Answer | Promise<Answer>): string {
  if (answer instanceof Promise) throw new Error('An answer that is the same for all must be there at once');
  return JSON.stringify(answer.body);
}

/** Sends an answer that was kept for all. */
export function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(text);
}

/** What carries a version is tagged by it: then an edit can say what it was made from. */
function versionTag(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('version' in body)) return null;
  return typeof body.version === 'number' ? tagOf({ version: body.version }) : null;
}
