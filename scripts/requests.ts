import { createParser } from 'eventsource-parser';

/** What a server said; `body` is null where it has none. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The cookie that it set, or an empty text. */
  readonly cookie: string;
  /** When to ask again where it was too often; 0 where nothing is said. */
  readonly retryAfterSeconds: number;
}

/** A request as pages of that server send it; `key` is its idempotency key. */
export async function send(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  key = '',
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      cookie,
      origin: url,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text ? JSON.parse(text) : null,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    retryAfterSeconds: Number(response.headers.get('retry-after') ?? 0),
  };
}

/** As `send`; throws with the answer's words where it is refused. */
export async function ask(...request: Parameters<typeof send>): Promise<Answer> {
  const [, , method, path] = request;
  return accepted(await send(...request), `${method} ${path}`);
}

/** The answer, unless it is a refusal; then throws with its words. */
export function accepted(answer: Answer, request: string): Answer {
  if (answer.status < 400) return answer;
  const { detail } = (answer.body ?? {}) as { readonly detail?: string };
  throw new Error(`${request}: ${answer.status} ${detail ?? ''}`);
}

/**
 * Follows topics of a server as a page does, and tells each event's name and data. `opened` is kept once the line is
 * open, and broken where it can't be; `onLost`: it could not be opened, or has ended by itself.
 */
export function listen(
  url: string,
  topics: string,
  cookie: string,
  onEvent: (event: string | undefined, data: string) => void,
  onLost: () => void = () => undefined,
  headers: Readonly<Record<string, string>> = {},
): { readonly opened: Promise<void>; close(): void } {
  const stop = new AbortController();
  const read = async (isOpen: () => void) => {
    const response = await fetch(`${url}/api/v1/events?topics=${topics}`, {
      headers: { cookie, ...headers },
      signal: stop.signal,
    });
    if (!response.ok || !response.body) {
      throw new Error(`events: ${response.status} ${await response.text()}`);
    }
    isOpen();
    const parser = createParser({ onEvent: ({ event, data }) => onEvent(event, data) });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) parser.feed(decoder.decode(chunk, { stream: true }));
    throw new Error('events: ended');
  };
  const opened = new Promise<void>((resolve, reject) => {
    read(resolve).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      reject(error);
      onLost();
    });
  });
  return { opened, close: () => stop.abort() };
}
