import { z } from 'zod';
import { id, language } from './common';

export const printerStates = [
  'ready',
  'paper_low',
  'paper_out',
  'cover_open',
  'error',
  'offline',
  'none',
] as const;
export const printerState = z.enum(printerStates);
export type PrinterState = z.infer<typeof printerState>;

export const health = z.strictObject({
  status: z.enum(['ok', 'degraded', 'failed']),
  version: z.string(),
  database: z.enum(['ok', 'failed']),
  printer: z.strictObject({ state: printerState, detail: z.string().nullable() }),
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
  timezone: z.string(),
  languages: z.array(language),
  practice: z.boolean(),
  printer: z.strictObject({ state: printerState, detail: z.string().nullable() }),
  paperlessAllowed: z.boolean(),
  /** Where the paper comes out, seen from the screen; the arrow on the ticket screen points there. */
  slot: z.enum(['below', 'left', 'right']),
  /** True where the printer is a picture on the screen (no printer configured yet). */
  preview: z.boolean(),
  /** The counters that this kiosk is for; null: all. */
  counterIds: z.array(id).nullable(),
});
export type KioskSnapshot = z.infer<typeof kioskSnapshot>;
