import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';

/** What a server said: its status and its body, which is null where it has none. */
export interface Answer {
  readonly status: number;
  // What the contract says of the route that was asked; a simulation reads a few of its fields.
  readonly body: unknown;
  /** When to ask again where it was too often; 0 where nothing is said. */
  readonly retryAfterSeconds: number;
}

/** Somebody who asks a running hall by HTTP as its pages do: a visitor without a cookie, or a person signed in. */
export interface Caller {
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Asks, and throws with the answer's words where it is refused. */
  must(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** A caller of the hall at this address. Signs in where a name is given; throws where that is refused. */
export async function callerOf(
  server: string,
  account?: { readonly username: string; readonly password: string },
): Promise<Caller> {
  let cookie = '';
  const caller: Caller = {
    async ask(method, path, body) {
      const response = await fetch(`${server}/api/v1${path}`, {
        method,
        headers: {
          origin: server,
          ...(cookie === '' ? {} : { cookie }),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? null : JSON.parse(text),
        retryAfterSeconds: Number(response.headers.get('retry-after') ?? 0),
      };
    },
    async must(method, path, body) {
      let answer = await caller.ask(method, path, body);
      // A hall lets only so many sign in within a minute.
      if (answer.status === 429 && answer.retryAfterSeconds <= 120) {
        await pause(answer.retryAfterSeconds * 1000);
        answer = await caller.ask(method, path, body);
      }
      if (answer.status < 400) return answer.body;
      const { detail } = (answer.body ?? {}) as { readonly detail?: string };
      throw new Error(`${method} ${path}: ${answer.status} ${detail ?? ''}`);
    },
  };
  if (account) {
    const { username, password } = account;
    await caller.must('POST', '/session', { username, password });
  }
  return caller;
}

/** Follows a ticket as the page of its QR does; hands on its every state. Answers how to stop. */
export function followTicket(
  server: string,
  token: string,
  onState: (status: string) => void,
  onLost: () => void,
): () => void {
  const stop = new AbortController();
  const read = async () => {
    const response = await fetch(`${server}/api/v1/events?topics=ticket:${token}`, { signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === `ticket:${token}`) onState((JSON.parse(data) as { readonly status: string }).status);
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) parser.feed(decoder.decode(chunk, { stream: true }));
    throw new Error('events: ended');
  };
  read().catch(() => {
    if (!stop.signal.aborted) onLost();
  });
  return () => stop.abort();
}
