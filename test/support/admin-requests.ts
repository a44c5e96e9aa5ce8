import type { RawAnswer } from './raw-request';
import type { Signed, TestServer } from './running-server';

/** Sends requests below `/api/v1/admin` as a signed-in user. */
export function adminRequests(server: TestServer, signed: Signed = server.signIn('admin')) {
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    server.send({
      method,
      path: `/api/v1/admin${path}`,
      headers: { ...signed.headers, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const etag = (tag?: string) => (tag === undefined ? {} : { 'if-match': tag });
  return {
    signed,
    get: (path: string) => send('GET', path),
    post: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send('POST', path, body, headers),
    patch: (path: string, body: unknown, tag?: string) => send('PATCH', path, body, etag(tag)),
    remove: (path: string, tag?: string) => send('DELETE', path, undefined, etag(tag)),
  };
}

/** The status and, of a refusal, the code. */
export function outcome(answer: RawAnswer): readonly [number, string?] {
  return answer.status < 400
    ? [answer.status]
    : [answer.status, (answer.json as { readonly code: string }).code];
}
