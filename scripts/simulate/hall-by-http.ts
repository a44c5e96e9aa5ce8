import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, accepted, send } from '../requests';

/** Somebody who asks a running hall by HTTP as its pages do: a visitor without a cookie, or a person signed in. */
export interface Caller {
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Asks, once more where that was too often, and throws with the answer's words where it is refused. */
  must(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Seconds. A hall lets only so many sign in within a minute. */
const longestPause = 120;

/** A caller of the hall at this address. Signs in where a name is given; throws where that is refused. */
export async function callerOf(
  server: string,
  account?: { readonly username: string; readonly password: string },
): Promise<Caller> {
  let cookie = '';
  const caller: Caller = {
    async ask(method, path, body) {
      const key = method === 'POST' ? randomUUID() : '';
      const answer = await send(server, cookie, method, path, body, key);
      cookie = answer.cookie || cookie;
      return answer;
    },
    async must(method, path, body) {
      let answer = await caller.ask(method, path, body);
      if (answer.status === 429 && answer.retryAfterSeconds <= longestPause) {
        await pause(answer.retryAfterSeconds * 1000);
        answer = await caller.ask(method, path, body);
      }
      return accepted(answer, `${method} ${path}`).body;
    },
  };
  if (account) {
    const { username, password } = account;
    await caller.must('POST', '/session', { username, password });
  }
  return caller;
}
