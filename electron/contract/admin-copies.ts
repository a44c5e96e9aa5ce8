import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, instant, oneLine } from './common';

/** What stands in the way of a second place for copies. */
export const placeFault = z.enum([
  /** The folder isn't there. */
  'missing',
  /** It is there, but no more on a disk of its own: the stick is pulled out, or the share is not connected. */
  'away',
  'not_allowed',
  'read_only',
  'full',
  /** The file system takes no file so large. */
  'too_large',
  /** It answers with errors, or broke off. */
  'broken',
  /** It stood still. */
  'stalled',
  /** What was read back is not what was written. */
  'unlike',
  /** This computer's own disk has no room to make the copy. */
  'no_room',
  /** The hall's own database can't be copied. */
  'damaged',
  /** None of these; the log says what. */
  'failed',
]);
export type PlaceFault = z.infer<typeof placeFault>;

/** Why a copy of the second place can't be opened. */
export const openFault = z.enum(['damaged', 'newer', 'wrong_key', 'no_admin', 'unreachable', 'no_room']);
export type OpenFault = z.infer<typeof openFault>;

/** When copies go by themselves: each hour, or once a day when the last numbers were given. */
export const copyRhythm = z.enum(['hourly', 'closing']);

/** A folder as this computer names it: `/media/stik`, `D:\\cadangan`, `\\\\server\\antre`. */
export const placeFolder = oneLine()
  .min(1)
  .max(400)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\[^\\])/, refusedAs('whole_path'));

/** The public half of the recovery key, by age's format. */
const recipient = z.string().regex(/^age1[a-z0-9]{58}$/);
/** The recovery key itself as people type it: capitals, blanks and hyphens don't matter, nor is its beginning needed. */
export const typedKey = z.string().trim().min(1).max(200);

export const placeLook = z.strictObject({
  folder: placeFolder,
  fault: placeFault.nullable(),
  /** Whether it is on another disk than the hall's data. */
  otherDisk: z.boolean(),
  freeBytes: z.number().int().nullable(),
  /** Copies that lie there already. */
  copies: z.number().int(),
});
export type PlaceLook = z.infer<typeof placeLook>;

/** Disks and shares of this computer that may be a second place. */
export const foundPlace = z.strictObject({
  folder: z.string(),
  kind: z.enum(['disk', 'share']),
  freeBytes: z.number().int().nullable(),
});
export type FoundPlace = z.infer<typeof foundPlace>;

export const copyKey = z.strictObject({
  /** Shown once and kept nowhere. */
  key: z.string(),
  recipient,
  /** Four signs by which people know which key is meant. */
  name: z.string(),
});
export type CopyKey = z.infer<typeof copyKey>;

export const secondPlaceChoice = z.strictObject({
  folder: placeFolder,
  rhythm: copyRhythm,
  /** Of so many days the last copy is kept there. */
  keptDays: z.number().int().min(2).max(366),
  /** Of a key that was just made; absent: the key stays. */
  recipient: recipient.optional(),
});
export type SecondPlaceChoice = z.infer<typeof secondPlaceChoice>;

export const copyName = z.string().regex(/^antre-\d{8}T\d{9}Z$/);

/** A copy in a second place. What it holds is told by the label beside it; null where that can't be read. */
export const awayCopy = z.strictObject({
  name: copyName,
  madeAt: instant,
  bytes: z.number().int(),
  label: z
    .strictObject({
      hall: z.string().nullable(),
      counters: z.number().int(),
      users: z.number().int(),
      tickets: z.number().int(),
      lastBusinessDate: date.nullable(),
      keyName: z.string(),
    })
    .nullable(),
});
export type AwayCopy = z.infer<typeof awayCopy>;

/** What a trial of a copy found. */
export const drillOutcome = z.enum([
  'good',
  /** Its bytes are those that were written; what is in them was not opened, for want of the key. */
  'as_written',
  'damaged',
  'newer',
  'wrong_key',
  'no_admin',
  /** It opens, but counts differ from those of when it was made. */
  'miscounted',
  'unreachable',
  'no_room',
  'failed',
]);
export type DrillOutcome = z.infer<typeof drillOutcome>;

const tried = z.strictObject({
  /** The copy's name, or id in this computer. */
  name: z.string(),
  madeAt: instant,
  outcome: drillOutcome,
});

export const secondPlace = z.strictObject({
  place: z
    .strictObject({
      folder: z.string(),
      otherDisk: z.boolean(),
      rhythm: copyRhythm,
      keptDays: z.number().int(),
      keyName: z.string(),
    })
    .nullable(),
  /** What is under way, with how much of how much (bytes) is done; `total` 0: not known yet. */
  busy: z.strictObject({ work: z.enum(['copy', 'drill']), done: z.number(), total: z.number() }).nullable(),
  last: z.strictObject({ at: instant, name: copyName, bytes: z.number().int() }).nullable(),
  failure: z
    .strictObject({ fault: placeFault, at: instant, since: instant, count: z.number().int() })
    .nullable(),
  drill: z
    .strictObject({ at: instant, local: tried.nullable(), away: tried.nullable(), nextBy: date })
    .nullable(),
});
export type SecondPlaceState = z.infer<typeof secondPlace>;

export const drillRequest = z.strictObject({ key: typedKey.optional() });

/** On a machine without accounts: the code that makes the first admin lets copies be seen and restored. */
export const setUpCopiesRequest = z.strictObject({
  code: z.string().max(100),
  folder: placeFolder.optional(),
});
export const setUpCopies = z.strictObject({ places: z.array(foundPlace), copies: z.array(awayCopy) });
export const setUpRestoreRequest = z.strictObject({
  code: z.string().max(100),
  folder: placeFolder,
  name: copyName,
  key: typedKey,
});
export const setUpRestored = z.strictObject({
  hall: z.string().nullable(),
  users: z.number().int(),
  lastBusinessDate: date.nullable(),
});
