import { z } from 'zod';
import { deviceId } from './admin-devices';
import { instant } from './common';

/** How the standby is, by its own word. */
export const standbyStates = [
  /** A snapshot of the database is on its way. */
  'copying',
  /** It has every commit but those of this moment. */
  'following',
  /** Its Antre is older than the main machine's, whose database it can't read. */
  'older',
  'no_room',
  'failed',
] as const;

/** What the standby tells of itself: every few seconds, and when something changes. */
export const standbyReport = z.strictObject({
  state: z.enum(standbyStates),
  /** Which commits it has on its disk (`electron/standby/page-feed.ts`); null: none yet. */
  generation: z.string().max(40).nullable(),
  sequence: z.number().int().min(0),
  /** When the main machine had told what it heard last, by the main machine's clock; null: nothing. */
  heardAt: z.number().nullable(),
  /** Of the snapshot that is on its way. */
  copiedBytes: z.number().int().min(0),
  totalBytes: z.number().int().min(0),
  /** The port at which it will serve the hall, should it take over. */
  port: z.number().int().min(0).max(65_535),
});
export type StandbyReport = z.output<typeof standbyReport>;

export const standbyChoice = z.strictObject({
  /** A kiosk that was let in; null: none is to stand by. */
  deviceId: deviceId.nullable(),
});

export const standbyState = z.strictObject({
  deviceId: deviceId.nullable(),
  /** `waiting`: it has not told since it was chosen or since Antre started; `behind`: it lacks commits of before this moment. */
  state: z.enum([...standbyStates, 'none', 'waiting', 'behind', 'away']),
  /** Where devices will look for the hall, should the standby take over; null until it has told. */
  address: z.string().nullable(),
  /** When it was last known to have everything. */
  wholeAt: instant.nullable(),
  /** Commits that it lacks now. */
  missing: z.number().int(),
  copiedBytes: z.number().int(),
  totalBytes: z.number().int(),
  /** How often another machine has become the main one, and one. */
  epoch: z.number().int(),
});
export type StandbyState = z.output<typeof standbyState>;

/** Event `standby` of a kiosk's line: whether it is to stand by, and where the standby is. */
export const standbyNews = z.strictObject({
  chosen: z.boolean(),
  address: z.string().nullable(),
  epoch: z.number().int(),
});
export type StandbyNews = z.output<typeof standbyNews>;

/** Files that belong to the hall and stand in no database, by their names below the data directory. */
export const standbyFiles = z.array(
  z.strictObject({ name: z.string(), bytes: z.number().int(), changedAt: z.number() }),
);
export type StandbyFile = z.output<typeof standbyFiles>[number];

const secretText = z.string().regex(/^[\w-]{16,64}$/);

/** Whether somebody is the main machine of the hall that knows a device's key, or the hall's own (`mark` null). */
export const mainQuestion = z.strictObject({ nonce: secretText, mark: secretText.nullable() });
export const mainAnswer = z.strictObject({ epoch: z.number().int(), proof: z.string() });

/** Another machine took over and serves the hall at that address. */
export const succession = z.strictObject({
  epoch: z.number().int(),
  address: z.url({ protocol: /^https?$/ }).max(200),
  proof: secretText,
});
export const successionAnswer = z.strictObject({ gaveWay: z.boolean() });

/** Why the standby could not take over now. */
export type StandbyTrouble = Exclude<StandbyState['state'], 'none' | 'following'>;
