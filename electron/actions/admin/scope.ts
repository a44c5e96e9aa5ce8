import { Refusal } from '../../queue/refusal';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/** Throws `Refusal('invalid_request')` where hours or a closure are for a counter or service that isn't there. */
export function requireScope({ hall }: ActionContext, scope: string): void {
  const [kind, id] = scope.split(':');
  const there =
    kind === 'hall' ||
    (kind === 'counter' && hall.counter.has(Number(id))) ||
    (kind === 'service' && hall.service.has(Number(id)));
  if (there) return;
  const code = kind === 'counter' ? 'no_counter_id' : 'no_service_id';
  throw new Refusal('invalid_request', {
    errors: [{ path: 'scope', fault: fieldFault(code, { id: id ?? '' }) }],
  });
}
