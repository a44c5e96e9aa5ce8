import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldFault } from '../../texts/field-fault';
import { describeProblem, sendProblem } from '../problems';

interface KnownPath {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Answers what no route takes: 405 with `Allow` where the path is known by other methods, else 404. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const paths = new Map<string, KnownPath>();
  app.addHook('onRoute', ({ url, method }) => {
    const path = paths.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) path.methods.add(each);
    paths.set(url, path);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...paths.values()]
      .filter((known) => known.pattern.test(path))
      .flatMap((known) => [...known.methods]);
    // Taken by a route that found nothing there, such as a missing file.
    if (methods.length === 0 || methods.includes(request.method))
      return sendProblem(request, reply, 'not_found');
    reply.header('allow', [...new Set(methods)].sort().join(', '));
    return sendProblem(request, reply, 'method_not_allowed');
  });
}

/** Answers an address that can't be read at all, before any hook has run. */
export function answerUnreadableAddress(
  isOwnRequest: (request: FastifyRequest) => boolean,
): (error: Error, request: FastifyRequest, reply: FastifyReply) => void {
  return (_error, request, reply) => {
    void sendProblem(request, reply, isOwnRequest(request) ? 'not_found' : 'forbidden');
  };
}

/** Answers what isn't HTTP, or has headers beyond the limit; then the line is closed. */
export function answerBrokenRequest(error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  if ('code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  const body = JSON.stringify(
    describeProblem('invalid_request', 'id', {
      errors: [{ path: 'headers', fault: fieldFault('not_http') }],
    }),
  );
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*')}$`);
}
