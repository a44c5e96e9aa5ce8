import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, send } from '../requests';
import type { Book } from './book';

/** Answers with a 5xx that the hall means: it says in words why it can't serve now, and nothing was changed. */
const meantFaults: ReadonlySet<string> = new Set(['printer_unavailable', 'storage_failed', 'kiosk_away']);

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** A page of the hall: it sends an act again, with the same key, until the hall has answered. */
export class PersistentCaller {
  #cookie = '';

  constructor(
    readonly server: string,
    private readonly book: Book,
    private readonly account: Account | null = null,
  ) {}

  /** Returns the hall's answer, be it a refusal. A hall that is away, too busy or full is asked again; signs in anew where the session ended. */
  async ask(method: string, path: string, body?: unknown, key = keyFor(method)): Promise<Answer> {
    for (;;) {
      const answer = await this.#once(method, path, body, key);
      if (answer === null) await pause(200);
      else if (answer.status === 429) await pause(Math.min(5_000, 1000 * (answer.retryAfterSeconds || 1)));
      else if (answer.status === 503) await pause(500);
      else if (answer.status === 401 && this.account && path !== '/session') await this.signIn();
      else return answer;
    }
  }

  /** As `ask`; throws with the answer's words where it is refused. */
  async must(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }

  async signIn(): Promise<void> {
    if (!this.account) return;
    const { username, password } = this.account;
    const { status, body } = await this.ask('POST', '/session', { username, password });
    if (status >= 400) throw new Error(`signing in as ${username}: ${status} ${JSON.stringify(body)}`);
  }

  async #once(method: string, path: string, body: unknown, key: string): Promise<Answer | null> {
    try {
      const answer = await send(this.server, this.#cookie, method, path, body, key);
      this.#cookie = answer.cookie || this.#cookie;
      noteFault(this.book, `${method} ${path}`, answer);
      return answer;
    } catch {
      // The hall is away for a moment.
      return null;
    }
  }
}

/** Keeps a 5xx that the hall did not mean. */
export function noteFault(
  book: Book,
  request: string,
  { status, body }: Pick<Answer, 'status' | 'body'>,
): void {
  if (status < 500) return;
  const code = (body as { readonly code?: string } | null)?.code ?? '';
  if (meantFaults.has(code)) book.count(`503 ${code}`);
  else book.breach(`${request}: ${status} ${JSON.stringify(body)}`);
}

const keyFor = (method: string) => (method === 'POST' ? randomUUID() : '');
