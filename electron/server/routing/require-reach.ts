import type { Route } from '../../contract/routes/route';
import { type Reach, reaches, reachesAny } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';

/**
 * Refuses what is out of the caller's reach, by what the route's row says of it. Where the row says `own` or `act`, the
 * handler tells no more, or looks in its own transaction.
 * Throws `Refusal`: `whole_hall_only`, `not_your_counter`, `not_found` for a service or desk that isn't there.
 */
export function requireReach(
  hall: Hall,
  route: Route,
  reach: Reach,
  asked: { readonly params: unknown; readonly query: unknown },
): void {
  if (reach === null) return;
  const id = Number(field(asked.params, 'id'));
  switch (route.reach) {
    case 'hall':
      throw new Refusal('whole_hall_only');
    case 'counter':
      requireCounterIn(reach, id);
      break;
    case 'service': {
      const found = hall.service.get(id);
      if (!found) throw new Refusal('not_found');
      requireCounterIn(reach, found.counterId);
      break;
    }
    case 'desk': {
      const found = hall.desk.get(id);
      if (!found) throw new Refusal('not_found');
      if (!reachesAny(reach, found.counterIds)) throw new Refusal('not_your_counter');
      break;
    }
    case 'any':
    case 'own':
    case 'act':
      break;
    // Whoever adds a route says how far it reaches; unsaid is not the whole hall.
    case undefined:
      throw new Refusal('whole_hall_only');
  }
  const counterId = field(asked.query, 'counterId');
  if (counterId !== undefined) requireCounterIn(reach, Number(counterId));
}

/** Refuses a counter out of reach: `not_your_counter`. */
export function requireCounterIn(reach: Reach, counterId: number): void {
  if (!reaches(reach, counterId)) throw new Refusal('not_your_counter');
}

function field(values: unknown, name: string): unknown {
  if (typeof values !== 'object' || values === null) return undefined;
  return (values as Readonly<Record<string, unknown>>)[name];
}
