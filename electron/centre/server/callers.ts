import type { FastifyRequest } from 'fastify';
import type { CentreRoute } from '../../contract/centre/route';
import { Refusal } from '../../queue/refusal';
import { ProvingCookie } from '../../server/cookies';
import { findSession, type Person } from '../accounts/sessions';
import type { CentreParts } from '../parts';

/** Browsers tell no ports apart: a hall at the same machine has a cookie of its own. */
export const centreCookie = new ProvingCookie('antre_centre');

/** Whom a request is from, as far as its route asks. */
export type CentreCallerOf =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'person'; readonly person: Person };

/**
 * Proves who calls a route. The only place where it is decided who may.
 * Throws `Refusal`: `not_signed_in`, `password_change_needed`, `forbidden`.
 */
export async function proveCaller(
  parts: CentreParts,
  request: FastifyRequest,
  route: CentreRoute,
): Promise<CentreCallerOf> {
  if (route.callers.includes('anyone')) return { kind: 'anyone' };
  const person = await personOf(parts, request);
  if (!person) throw new Refusal('not_signed_in');
  if (!route.callers.includes(person.role)) throw new Refusal('forbidden');
  if (person.mustChangePassword && !route.beforeOwnPassword) throw new Refusal('password_change_needed');
  // A browser sends the cookie with any page's form; only our own pages send our origin.
  if (request.method !== 'GET' && request.headers.origin === undefined) throw new Refusal('forbidden');
  return { kind: 'person', person };
}

/** Who is signed in, or undefined. */
export async function personOf(
  { database, now }: CentreParts,
  request: FastifyRequest,
): Promise<Person | undefined> {
  for (const token of centreCookie.of(request)) {
    const person = await findSession(database, token, now());
    if (person) return person;
  }
  return undefined;
}

/** Refuses a hall that an account doesn't see, as if there were none: `not_found`. */
export function requireHall(person: Person, hallId: number): void {
  if (person.hallIds !== null && !person.hallIds.includes(hallId)) throw new Refusal('not_found');
}
