import type { z } from 'zod';
import { apiBase } from '../contract/api-base';
import { problem } from '../contract/common';
import { type RouteName, routes } from '../contract/routes';
import type { Route } from '../contract/routes/route';
import { HubAwayError, HubRefused } from './hub-errors';

type Routes = typeof routes;
type AnswerOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
type Answer<Name extends RouteName> = {
  [Status in keyof Routes[Name]['answers']]: AnswerOf<Routes[Name]['answers'][Status]>;
}[keyof Routes[Name]['answers']];

/** Where the hub is, and what proves to it who asks. */
export interface HubAccess {
  /** `http://10.0.0.5:4180`, without a slash at the end. */
  readonly hub: string;
  /** The device token; null while this kiosk isn't let in yet. */
  readonly token: string | null;
}

const answerWithinMs = 5_000;

/**
 * Calls a route of the hub by its name in the route table. Returns the body (null for 204), checked against the
 * contract. Throws `HubRefused` for a problem of the 400s, `HubAwayError` for everything else.
 */
export async function callHub<Name extends RouteName>(
  { hub, token }: HubAccess,
  name: Name,
  request: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly key?: string;
  } = {},
  withinMs = answerWithinMs,
): Promise<Answer<Name>> {
  const route: Route = routes[name];
  const path = route.path.replace(/:(\w+)/g, (_match, parameter: string) =>
    encodeURIComponent(request.params?.[parameter] ?? ''),
  );
  const query = new URLSearchParams(request.query).toString();
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(`${hub}${apiBase}${path}${query === '' ? '' : `?${query}`}`, {
      method: route.method,
      headers: {
        'antre-time': String(Date.now()),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    status = response.status;
    body = status === 204 ? null : await response.json();
  } catch (error) {
    throw new HubAwayError(error instanceof Error ? error.message : String(error));
  }
  if (status >= 400 && status < 500) {
    const said = problem.safeParse(body);
    if (said.success && status !== 429) throw new HubRefused(status, said.data.code);
  }
  const expected = route.answers[status];
  if (expected === null) return null as Answer<Name>;
  const answer = expected?.safeParse(body);
  if (!answer?.success)
    throw new HubAwayError(`the hub answered ${status} in a way that is not the contract's`);
  return answer.data as Answer<Name>;
}
