import { z } from 'zod';
import { instant } from './common';
import { call } from './lobby';

/**
 * What `GET /events/snapshot` answers: the whole of what a stream of the same topics would have told, for a page whose
 * stream is held back on the way. With `If-None-Match` it is 304 where nothing has changed.
 */
export const plainAnswer = z.strictObject({
  /** When the server wants to be asked again, in milliseconds from its answer. */
  askAgainMs: z.number().int().positive(),
  /** The hall's time as this was answered: snapshots may be older. */
  now: instant,
  /** The newest call there is: `lastEventId` of the next question, so that none is lost. */
  sequence: z.number().int().nonnegative(),
  /** By its name, each topic's snapshot. */
  snapshots: z.record(z.string(), z.unknown()),
  /** Those after `lastEventId`, oldest first. */
  calls: z.array(call),
  /** By its name, why a topic isn't among them; only where `partly` was asked for. */
  refused: z.record(z.string(), z.string()),
});
export type PlainAnswer = z.infer<typeof plainAnswer>;
