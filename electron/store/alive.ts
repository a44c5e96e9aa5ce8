import { sql } from 'kysely';

/**
 * Tickets that are still in the hall. SQLite uses the index `tickets_alive` only where a query repeats the
 * index's condition to the letter, with no parameters in it; `steps_desk_alive` likewise.
 */
export const ticketIsAlive = sql<boolean>`tickets.status IN ('printing', 'waiting', 'called', 'serving', 'held')`;

/** Steps that are at a desk now. */
export const stepIsAtDesk = sql<boolean>`steps.status IN ('called', 'serving')`;

/** Steps whose visit to a desk is over; `steps_recent` holds these. */
export const visitIsOver = sql<boolean>`steps.status IN ('done', 'no_show')`;

/** Of those, visits that the end of the day did not have to end: how long the others took, nobody knows. */
export const visitWasFinished = sql<boolean>`steps.reason IS NOT 'end_of_day'`;
