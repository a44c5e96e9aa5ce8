import type { RunningHall } from './running-hall';

/** A signed-in admin of a running hall, who acts by HTTP as a console does. */
export interface Admin {
  /** Calls a route below `/api/v1`. Answers the body; throws where it was refused. */
  call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<unknown>;
}

/** Makes the first admin of a new hall by its set-up code. */
export async function becomeAdmin(hall: RunningHall): Promise<Admin> {
  const send = async (method: string, path: string, body: unknown, cookie?: string) => {
    const response = await fetch(`${hall.url}/api/v1${path}`, {
      method,
      headers: {
        origin: hall.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { text, cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
  };
  const { cookie } = await send('POST', '/setup', {
    code: hall.app().setupCode(),
    username: 'kepala',
    password: 'rahasia-sekali-2026',
    displayName: 'Kepala',
  });
  return {
    async call(method, path, body) {
      const { text } = await send(method, path, body, cookie);
      return text === '' ? null : JSON.parse(text);
    },
  };
}
