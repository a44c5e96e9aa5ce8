import type { Role } from '../../electron/contract/staff';
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

/** Makes the first admin, `budi`, with the set-up code. */
export async function makeAdmin(hall: RunningHall): Promise<Session> {
  return await enter(hall, '/setup', {
    code: hall.app().setupCode(),
    username: 'budi',
    displayName: 'Budi Santoso',
    password,
  });
}

/** The admin makes a user; returns a session of theirs. */
export async function makeUser(
  hall: RunningHall,
  admin: Session,
  user: {
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
    /** Of the whole hall where it is left out. */
    readonly institutions?: readonly string[];
  },
): Promise<Session> {
  const { status, body } = await admin.request('POST', '/admin/users', {
    wholeHall: user.institutions === undefined,
    ...user,
    password,
  });
  // A test that is tried once more finds its people there.
  if (status !== 201 && status !== 409) throw new Error(`${status} ${JSON.stringify(body)}`);
  return await enter(hall, '/session', { username: user.username, password });
}

async function enter(hall: RunningHall, path: string, body: unknown): Promise<Session> {
  const response = await send(hall.url, 'POST', path, body);
  const answer = (await response.json()) as { user: { id: string } };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  return {
    userId: answer.user.id,
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
