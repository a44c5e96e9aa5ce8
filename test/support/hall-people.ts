import { join } from 'node:path';
import { addUser } from '../../electron/actions/accounts/add-user';
import { makeFirstAdmin } from '../../electron/actions/accounts/make-first-admin';
import { hashMadeSecret } from '../../electron/actions/accounts/secret-hash';
import { openSession } from '../../electron/actions/accounts/session';
import type { ActionContext } from '../../electron/actions/action';
import { createActionRunner } from '../../electron/actions/action-runner';
import type { Role } from '../../electron/contract/staff';
import { keepHall } from '../../electron/store/hall';
import { openStore, query } from '../../electron/store/store';
import type { RunningHall } from './running-hall';

/** The password of everybody in tests. */
export const password = 'tujuh gajah menari';

/** Somebody of the staff who speaks to the server without a page. */
export interface Session {
  readonly userId: string;
  /** `antre_session=…`, for a page that is to be signed in already. */
  readonly cookie: string;
  /** Sends a request below `/api/v1`; returns the status and the body. */
  request(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** Makes the first admin, `budi`, as the page does that asks for the set-up code, but for the slow hash of what people choose. */
export async function makeAdmin(hall: RunningHall): Promise<Session> {
  const passwordHash = await quickHash;
  const { userId, token } = beside(hall, (context) => {
    const userId = makeFirstAdmin(context, {
      username: 'budi',
      displayName: 'Budi Santoso',
      passwordHash,
      address: '127.0.0.1',
    });
    return { userId, token: openSession(context, userId, null) };
  });
  return sessionOf(hall, String(userId), `antre_session=${token}`);
}

/**
 * Makes a user; returns a session of theirs. Not by the page's way: passwords that people chose are hashed slowly on
 * purpose, and a suite makes hundreds of people.
 */
export async function makeUser(
  hall: RunningHall,
  user: {
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    /** Of the whole hall where it is left out. */
    readonly institutions?: readonly string[];
  },
): Promise<Session> {
  const { institutions, ...account } = user;
  const passwordHash = await quickHash;
  const { userId, token } = beside(hall, (context) => {
    // A test that is tried once more finds its people there.
    const known = context.transaction.first(
      query.selectFrom('users').select('id').where('username', '=', user.username),
    );
    const userId =
      known?.id ??
      addUser(context, {
        ...account,
        ...(institutions ? { institutions } : { wholeHall: true }),
        passwordHash,
        active: true,
        leave: [],
        mustChangePassword: false,
      });
    return { userId, token: openSession(context, userId, null) };
  });
  return sessionOf(hall, String(userId), `antre_session=${token}`);
}

/** Of what Antre makes itself: a twenty-fourth of the work. */
const quickHash = hashMadeSecret(password);

/** Runs an action by a connection of its own to the hall's database. */
function beside<Result>(hall: RunningHall, action: (context: ActionContext) => Result): Result {
  const store = openStore(join(hall.dataDir, 'antre.sqlite'));
  try {
    return createActionRunner({ store, clock: hall.clock, hall: keepHall(store) }).run(
      { kind: 'system' },
      action,
    );
  } finally {
    store.close();
  }
}

function sessionOf(hall: RunningHall, userId: string, cookie: string): Session {
  return {
    userId,
    cookie,
    async request(method, path, requestBody) {
      const answered = await send(hall.url, method, path, requestBody, cookie);
      const text = await answered.text();
      return { status: answered.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
}

function send(url: string, method: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      origin: url,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
