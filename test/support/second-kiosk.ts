import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { makeDevice } from '../../electron/actions/admin/devices';
import type { RawAnswer } from './raw-request';
import type { TestServer } from './running-server';

/** A kiosk that the hub has let in. */
export interface LetInKiosk {
  readonly id: string;
  readonly token: string;
  /** The JSON that the hub answers there, below `/api/v1`. */
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<RawAnswer>;
}

const passedOn = { 'x-forwarded-for': '10.0.0.9' };

/** Lets in a second kiosk, and answers what its machine can ask of the hub. */
export function secondKiosk(
  server: TestServer,
  assigned: { zone?: string; counterIds?: string[] } = {},
): LetInKiosk {
  const run = server.hall.actionRunner.run;
  const id = run({ kind: 'system' }, (context) =>
    makeDevice(context, { kind: 'kiosk', name: 'Dua', ...assigned }),
  );
  const token = run({ kind: 'system' }, (context) => giveDeviceToken(context, id));
  const headers = { ...passedOn, authorization: `Bearer ${token}` };
  let keys = 0;
  return {
    id,
    token,
    get: async (path: string) => (await server.send({ path: `/api/v1${path}`, headers })).json,
    post: (path: string, body?: unknown) => {
      keys += 1;
      return server.send({
        method: 'POST',
        path: `/api/v1${path}`,
        headers: { ...headers, 'idempotency-key': `key-of-kiosk-${keys}` },
        ...(body === undefined ? {} : { body }),
      });
    },
  };
}
