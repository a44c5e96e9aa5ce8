import { makeAdmin } from './hall-people';
import type { RunningHall } from './running-hall';

/** A signed-in admin of a running hall, who acts by HTTP as a console does. */
export interface Admin {
  /** Calls a route below `/api/v1`. Returns the body; throws where it was refused. */
  call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<unknown>;
}

/** Makes the first admin of a new hall by its set-up code. */
export async function becomeAdmin(hall: RunningHall): Promise<Admin> {
  const session = await makeAdmin(hall);
  return {
    async call(method, path, body) {
      const answer = await session.request(method, path, body);
      if (answer.status >= 400) {
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      return answer.body;
    },
  };
}
