import { z } from 'zod';
import { kioskColours, ownText } from './appearance';
import { id, language } from './common';
import { pictureName } from './own-pictures';
import { type PrinterStatus, printerCauses, printerStates } from './printer-status';
import { spokenKeys } from './spoken-keys';
import { touchScreen } from './touch-screen';

export const printerStatus = z.strictObject({
  state: z.enum(printerStates),
  cause: z.enum(printerCauses).nullable(),
  detail: z.string().max(400).nullable(),
}) satisfies z.ZodType<PrinterStatus>;

export const health = z.strictObject({
  status: z.enum(['ok', 'degraded', 'failed']),
  version: z.string(),
  database: z.enum(['ok', 'failed']),
  printer: printerStatus,
  /** Bytes free where the data is kept, and whether that is enough to go on. */
  disk: z.strictObject({ freeBytes: z.number(), low: z.boolean() }),
  /** Seconds since start. */
  uptime: z.number(),
});
export type Health = z.infer<typeof health>;

/** Topic `kiosk`: what the kiosk must know before a tap, besides the counters. */
export const kioskSnapshot = z.strictObject({
  name: z.string(),
  city: z.string(),
  /** The hall's own sign, or null. */
  logo: pictureName.nullable(),
  timezone: z.string(),
  languages: z.array(language),
  practice: z.boolean(),
  printer: printerStatus,
  paperlessAllowed: z.boolean(),
  /** Where the paper comes out, seen from the screen; the arrow on the ticket screen points there. */
  slot: z.enum(['below', 'left', 'right']),
  /** True where the printer is a picture on the screen (no printer configured yet). */
  preview: z.boolean(),
  /** The counters that this kiosk is for; null: all. */
  counterIds: z.array(id).nullable(),
  touchScreen,
  /** The hall's own words for the first screen; empty: Antre's. */
  prompt: ownText,
  /** Empty: there is none. */
  notice: ownText,
  colours: kioskColours,
  /** Seconds without a touch until the first screen comes back. */
  idleSeconds: z.number().int(),
  /** Whether it speaks for visitors who can't see it. */
  spokenPath: z.boolean(),
  /** Whether its screens are read aloud by pressing an ear, where it has a voice. */
  ear: z.boolean(),
  /** The sound device that it speaks by, by the system's name of it; empty: the system's own choice. */
  spokenOutput: z.string(),
  /** What its pad's keys are, beside those of any keyboard. */
  spokenKeys,
  /** Where a phone leaves a complaint; null until the hall has an address that phones can reach. */
  complaintUrl: z.string().nullable(),
  /** Where a phone reads each counter's hours and documents; null until the hall has an address that phones can reach. */
  infoUrl: z.string().nullable(),
});
export type KioskSnapshot = z.infer<typeof kioskSnapshot>;
