import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { addAccount, setPassword } from '../../electron/centre/accounts/accounts';
import { beginCentre } from '../../electron/centre/accounts/begin-centre';
import { openSession } from '../../electron/centre/accounts/sessions';
import type { CentreDatabase } from '../../electron/centre/database/engine';
import { letIn as letHallIn } from '../../electron/centre/intake/pairings';
import { startCentreServer } from '../../electron/centre/server/server';
import type { CentreRole } from '../../electron/contract/centre/route';
import type { SigningKey } from '../../electron/contract/centre/signing';
import { centreDatabase, type Engine } from './centre-database';
import type { JournalHall } from './journal-hall';

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
  readonly key: SigningKey;
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
  const { setUpCode, key } = await beginCentre(database);
  const centre = { time: someMoment };
  const server = await startCentreServer(
    { database, log: pino({ level: 'silent' }), now: () => centre.time, version: '0.1.0', key },
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      trustedProxies: [],
      pagesDir: join(import.meta.dirname, '../../build/centre/pages'),
    },
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
  return Object.assign(centre, { url: server.url, database, setUpCode: setUpCode ?? '', key, ask, person });
}

/** The session's token that an answer gave. */
export function sessionOf(answer: { readonly headers: Headers }): string {
  const token = /antre_centre=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  expect(token).toBeDefined();
  return token ?? '';
}

/** Lets a hall in by its code, as its admin and the centre's do it, and begins its session. */
export async function letIn(centre: TestCentre, hall: JournalHall): Promise<number> {
  const { body } = await hall.pair();
  const parts = { database: centre.database, key: centre.key, now: () => centre.time };
  const hallId = await letHallIn(parts as never, hall.codeOf(body), {
    accountId: await anAdmin(centre),
    name: 'MPP Sleman',
  });
  await hall.hello();
  return hallId;
}

async function anAdmin(centre: TestCentre): Promise<number> {
  const found = () => centre.database.query.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  if (!(await found())) await centre.person('admin');
  return (await found())?.id ?? 0;
}
