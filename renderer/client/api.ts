import type { z } from 'zod';
import type { Problem } from '../../electron/contract/common';
import { routeAddresses } from '../../electron/contract/route-addresses';
import type { RouteName, routes } from '../../electron/contract/routes';
import { hearHallTime } from './hall-clock';

type Routes = typeof routes;
type Body<Name extends RouteName> = Routes[Name] extends { body: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;
type Params<Name extends RouteName> = Routes[Name] extends { params: infer Schema extends z.ZodObject }
  ? z.input<Schema>
  : undefined;
type Query<Name extends RouteName> = Routes[Name] extends { query: infer Schema extends z.ZodObject }
  ? z.input<Schema>
  : undefined;
type AnswerOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
export type Answer<Name extends RouteName> = {
  [Status in keyof Routes[Name]['answers']]: AnswerOf<Routes[Name]['answers'][Status]>;
}[keyof Routes[Name]['answers']];

export interface Request<Name extends RouteName> {
  readonly params?: Params<Name>;
  readonly query?: Query<Name>;
  readonly body?: Body<Name>;
  /** Made once at the press, so that a try again is the same act (`newKey`). */
  readonly key?: string;
  /** The version that an edit was made from: refused with `changed_meanwhile` where another was saved since. */
  readonly ifVersion?: number | string;
  /** What a route that takes a file is sent. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

/** The server said no; `problem` holds the stable code and a sentence for people. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** No answer came: the server is away, or the line broke. Whether it was done is unknown; the key makes a retry safe. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** An idempotency key for one press. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How a route is called: its method, and its path below the API's. */
export interface RouteAddress {
  readonly method: string;
  readonly path: string;
}

/** What a request may carry, whatever its route. */
export interface AnyRequest {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly key?: string;
  readonly ifVersion?: number | string;
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

/**
 * Calls a route of the contract by its name in the route table. Returns the body (null for 204).
 * Throws `Refused` for a problem answer, `Unreachable` where no answer came.
 */
export async function callRoute<Name extends RouteName>(
  name: Name,
  request: Request<Name> = {},
): Promise<Answer<Name>> {
  const body = (await callAddress(routeAddresses[name], request as AnyRequest)) as Answer<Name>;
  if (name === 'site') hearHallTime((body as Answer<'site'>).now);
  return body;
}

/** The same by a route's address. */
export async function callAddress(route: RouteAddress, request: AnyRequest): Promise<unknown> {
  const params = (request.params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:(\w+)/g, (_match, parameter: string) =>
    encodeURIComponent(params[parameter] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries((request.query ?? {}) as Record<string, string | undefined>)) {
    if (value !== undefined) query.set(field, value);
  }
  // Not by its `size`, which is newer than the oldest browsers.
  const asked = String(query);
  const search = asked === '' ? '' : `?${asked}`;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}${search}`, {
      method: route.method,
      headers: {
        ...(request.file ? { 'content-type': 'application/octet-stream' } : {}),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(request.key === undefined ? {} : { 'idempotency-key': request.key }),
        ...(request.ifVersion === undefined ? {} : { 'if-match': `"${request.ifVersion}"` }),
        // A machine's clock is one of those by which the server judges its own.
        'antre-time': String(Date.now()),
        'accept-language': document.documentElement.lang || 'id',
      },
      ...(request.file ? { body: request.file } : {}),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    if (response.status === 204) return null;
    const body: unknown = await response.json();
    if (!response.ok) throw new Refused(body as Problem);
    return body;
  } catch (error) {
    if (error instanceof Refused || (error instanceof DOMException && error.name === 'AbortError'))
      throw error;
    throw new Unreachable(error instanceof Error ? error.message : String(error));
  }
}
