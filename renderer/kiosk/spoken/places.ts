import { printerFault } from '../printer-fault';
import { newestTicket } from './number-held';
import { chosenCounter, chosenService, offeredGroups, offeredLanguages } from './offered';
import type { Place, Visit, World } from './visit';

/** A paper is late after so many ms, whatever the printer says of itself (as on the touched path). */
const paperLateAfterMs = 20_000;

/** What is asked on the way to a number, in order. */
const way: readonly Place[] = [
  'languages',
  'groups',
  'counters',
  'services',
  'documents',
  'priority',
  'fetch',
  'take',
];

/** The next place after this one where there is something to ask. */
export function nextPlace(visit: Visit, world: World): Place {
  const rest = way.slice(way.indexOf(visit.place) + 1);
  return rest.find((place) => isAsked(place, visit, world)) ?? 'take';
}

function isAsked(place: Place, visit: Visit, world: World): boolean {
  switch (place) {
    case 'languages':
      return offeredLanguages(visit, world).length > 1;
    case 'groups':
      return offeredGroups(world).length > 1;
    case 'services':
      return (chosenCounter(visit, world)?.services.length ?? 0) > 1;
    case 'documents':
      return (chosenService(visit, world)?.documents.id.length ?? 0) > 0;
    case 'priority':
      return (chosenService(visit, world)?.priorities.length ?? 0) > 0;
    default:
      return true;
  }
}

const withNumber: readonly Place[] = ['ticket', 'paperless', 'ended'];

/** Whether a place is one of somebody who has a number. */
export function isOfNumber(place: Place): boolean {
  return withNumber.includes(place);
}

/** Where somebody with a number belongs: it is there, needs a word because its paper doesn't come, or has ended. */
export function placeOfNumber(visit: Visit, world: World, at: number): Place {
  const ticket = newestTicket(visit, world);
  if (!ticket || ticket.status === 'void' || ticket.status === 'cancelled') return 'ended';
  if (ticket.status !== 'printing' || !world.kiosk) return 'ticket';
  const isLate = visit.givenAt !== null && at - visit.givenAt >= paperLateAfterMs;
  const isFaulty = printerFault(world.kiosk) !== null || (isLate && world.kiosk.paperlessAllowed);
  return isFaulty ? 'paperless' : 'ticket';
}

/** What there is to be told of a number: another text whenever something about it changed that its visitor must hear. */
export function stateOfNumber(visit: Visit, world: World, at: number): string {
  const ticket = newestTicket(visit, world);
  const place = placeOfNumber(visit, world, at);
  const isDeskTold = ticket?.desk ? ticket.desk.label : '';
  return `${place} ${ticket?.status === 'printing'} ${ticket?.paper} ${isDeskTold}`;
}
