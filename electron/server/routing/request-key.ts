import type { FastifyRequest } from 'fastify';
import type { RequestKey } from '../../actions/action-runner';
import { idempotencyKey } from '../../contract/common';
import type { Route } from '../../contract/routes/route';
import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import { keyOwnerOf, type ProvenCaller } from '../callers';

/** The idempotency key of a request, or null where none is taken or was sent. Throws `Refusal('invalid_request')`. */
export function keyOf(route: Route, request: FastifyRequest, caller: ProvenCaller): RequestKey | null {
  if (!route.key) return null;
  const given = request.headers['idempotency-key'];
  if (given === undefined && route.key === 'optional') return null;
  const key = idempotencyKey.safeParse(given);
  if (!key.success) {
    const fault = fieldFault('idempotency_key');
    throw new Refusal('invalid_request', { errors: [{ path: 'Idempotency-Key', fault }] });
  }
  // The path with its ids: the same verb at another desk is another act.
  const path = request.url.split('?', 1)[0] ?? '';
  return {
    caller: keyOwnerOf(caller),
    route: `${route.method} ${path}`,
    key: key.data,
    body: request.body,
    fewKept: caller.kind === 'holder',
    ...(route.unlinkable ? { unlinkableRoute: `${route.method} ${route.path}` } : {}),
  };
}
