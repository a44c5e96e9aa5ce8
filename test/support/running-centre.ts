import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { addAccount, setPassword } from '../../electron/centre/accounts/accounts';
import { beginCentre } from '../../electron/centre/accounts/begin-centre';
import { openSession } from '../../electron/centre/accounts/sessions';
import type { CentreDatabase } from '../../electron/centre/database/engine';
import { startCentreServer } from '../../electron/centre/server/server';
import type { CentreRole } from '../../electron/contract/centre/route';
import { centreDatabase, type Engine } from './centre-database';

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  /** A session's token. */
  readonly as?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A centre that runs in this process, with a clock that is set by hand. */
export interface TestCentre {
  readonly url: string;
  readonly database: CentreDatabase;
  readonly setUpCode: string;
  time: number;
  ask(path: string, asked?: Asked): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Makes an account and signs it in; returns the session's token. */
  person(role: CentreRole, hallIds?: readonly number[]): Promise<string>;
}

const someMoment = Date.UTC(2026, 10, 25, 2, 0);
let people = 0;

/** Starts a centre on a new database; it ends with the test. */
export async function runningCentre(engine: Engine = 'postgres'): Promise<TestCentre> {
  const database = await centreDatabase(engine);
  const setUpCode = (await beginCentre(database)) ?? '';
  const centre = { time: someMoment };
  const server = await startCentreServer(
    { database, log: pino({ level: 'silent' }), now: () => centre.time, version: '0.1.0' },
    { host: '127.0.0.1', port: 0, publicUrl: null, trustedProxies: [], pagesDir: 'build/pages' },
  );
  onTestFinished(() => server.stop());
  const ask: TestCentre['ask'] = async (path, { method = 'GET', body, as, headers = {} } = {}) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(as === undefined ? {} : { cookie: `antre_centre=${as}`, origin: server.url }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
  };
  const person: TestCentre['person'] = async (role, hallIds = []) => {
    const account = { username: `person${people++}`, displayName: 'Orang Uji', role, hallIds };
    const id = await addAccount(database.query, { ...account, passwordHash: 'none' }, centre.time);
    await setPassword(database.query, id, 'none', false);
    return await openSession(database, id, centre.time);
  };
  return Object.assign(centre, { url: server.url, database, setUpCode, ask, person });
}

/** The session's token that an answer gave. */
export function sessionOf(answer: { readonly headers: Headers }): string {
  const token = /antre_centre=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  expect(token).toBeDefined();
  return token ?? '';
}
