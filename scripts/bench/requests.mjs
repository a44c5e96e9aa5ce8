import { createParser } from 'eventsource-parser';

/**
 * A request as pages of that server send it, with the cookie it sets; `key` is its idempotency key.
 * Throws where it is refused.
 */
export async function ask(url, cookie, method, path, body, key = '') {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      cookie,
      origin: url,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return {
    body: text ? JSON.parse(text) : null,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

/**
 * Follows topics of a server as a page does, and tells each event's name and data. `opened` is kept once the line is
 * open, and broken where it can't be.
 */
export function listen(url, topics, cookie, onEvent) {
  const stop = new AbortController();
  const { promise: opened, resolve, reject } = Promise.withResolvers();
  const read = async () => {
    const answer = await fetch(`${url}/api/v1/events?topics=${topics}`, {
      headers: { cookie },
      signal: stop.signal,
    });
    if (!answer.ok) throw new Error(`events: ${answer.status} ${await answer.text()}`);
    resolve();
    const parser = createParser({ onEvent: ({ event, data }) => onEvent(event, data) });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) parser.feed(decoder.decode(chunk, { stream: true }));
  };
  read().catch((error) => {
    if (!stop.signal.aborted) reject(error);
  });
  return { opened, close: () => stop.abort() };
}
