import { z } from 'zod';
import { instant } from './common';

/** A Debian version as packages bear it: `0.2.0-1`. */
export const packageVersion = z.string().regex(/^[0-9][A-Za-z0-9.+~-]{0,60}$/);

/** Why nothing is taken from a place: changed after it was signed, signed by another key or one that has ended, not signed, or not readable. */
export const placeFaults = ['tampered', 'foreign', 'unsigned', 'unreadable'] as const;

/** Where a newer version may lie. */
export const updatePlace = z.strictObject({
  kind: z.enum(['apt', 'folder', 'share', 'stick']),
  /** The address or folder. */
  where: z.string(),
  /** The newest version there, proven by the repository's signature; null: none for this machine, or nothing is taken from there. */
  version: packageVersion.nullable(),
  isNewer: z.boolean(),
  fault: z.enum(placeFaults).nullable(),
  /** In the system's words, for the technician. */
  detail: z.string(),
});
export type UpdatePlace = z.infer<typeof updatePlace>;

/** Why a version was not taken, or was given up again. */
export const updateReasons = [
  'broken_off',
  'not_newer',
  'hub_older',
  'hub_silent',
  'not_found',
  'unfetched',
  'no_room',
  'needs',
  'no_way_back',
  'uncopied',
  'rehearsal',
  'installing',
  'unhealthy',
  'failed',
] as const;

/**
 * `done`; `refused`: nothing was changed; `went_back`: the former version runs again; `stayed`: the new one doesn't run well, and the
 * former could not come back.
 */
export const updateOutcomes = ['done', 'refused', 'went_back', 'stayed'] as const;

/** What is under way: made ready while the hall goes on, waiting until nobody is at a kiosk, put in, watched, or taken back. */
export const updatePhases = [
  'preparing',
  'waiting',
  'installing',
  'starting',
  'watching',
  'going_back',
] as const;

export const lastUpdate = z.strictObject({
  version: packageVersion,
  from: z.string(),
  at: instant,
  outcome: z.enum(updateOutcomes),
  /** Empty: it went well. */
  reason: z.enum(updateReasons).or(z.literal('')),
  detail: z.string(),
});
export type LastUpdate = z.infer<typeof lastUpdate>;

/** Which version runs, which newer ones lie where, and what is done about them. */
export const updateState = z.strictObject({
  /** The version that runs. */
  version: z.string(),
  /** Whether Antre takes newer versions itself here; else a technician does. */
  canTake: z.boolean(),
  isLooking: z.boolean(),
  looked: z
    .strictObject({
      at: instant,
      /** Whether this machine has the key by which signatures are judged. */
      hasKey: z.boolean(),
      places: z.array(updatePlace),
    })
    .nullable(),
  /** Is taken once the hall has closed. */
  tonight: packageVersion.nullable(),
  underWay: z.strictObject({ version: packageVersion, phase: z.enum(updatePhases) }).nullable(),
  last: lastUpdate.nullable(),
});
export type UpdateState = z.infer<typeof updateState>;

export const updateWish = z.strictObject({ version: packageVersion, when: z.enum(['now', 'tonight']) });
export type UpdateWish = z.infer<typeof updateWish>;
