import { z } from 'zod';
import { clockDoubts } from './admin-clock';
import { restartReason } from './admin-hall';
import { date, instant } from './common';
import { pageFault } from './page-faults';

/**
 * How a run of Antre ended: as somebody wanted (`asked`), for a reason that it or its watching process knew, or without a
 * word: the machine went off with it (`power`), or the program alone was ended (`killed`).
 */
export const endingKinds = [...restartReason.options, 'asked', 'power', 'killed'] as const;
export type EndingKind = (typeof endingKinds)[number];

export const ending = z.strictObject({
  at: instant,
  how: z.enum(endingKinds),
  /** In the machine's words; empty where there is nothing to say. */
  error: z.string(),
  /** Milliseconds that it had run. */
  lasted: z.number().int(),
});
export type Ending = z.infer<typeof ending>;

/** Whether what runs Antre still gets its faults mended; `estimated`: by the rule of its makers, since it is newer than the table. */
export const runtimeSupport = z.strictObject({
  name: z.enum(['Electron', 'Node']),
  version: z.string(),
  /** `ending`: within two months. */
  state: z.enum(['supported', 'ending', 'ended']),
  /** The last day on which faults are mended; null: so old that the table doesn't have it. */
  until: date.nullable(),
  estimated: z.boolean(),
});
export type RuntimeSupport = z.infer<typeof runtimeSupport>;

/** What errors of the log are about, in an order of what visitors feel first. */
export const errorTopics = [
  'database',
  'disk',
  'printer',
  'ticket',
  'page',
  'process',
  'clock',
  'copy',
  'day',
  'network',
  'devices',
  'other',
] as const;
export type ErrorTopic = (typeof errorTopics)[number];

export const errorGroup = z.strictObject({
  topic: z.enum(errorTopics),
  /** How often, and the last time. */
  count: z.number().int(),
  at: instant,
  /** The last one in the machine's words, for the technician. */
  error: z.string(),
});
export type ErrorGroup = z.infer<typeof errorGroup>;

/** From here on a processor slows down or switches off, in degrees Celsius. */
export const tooHotCelsius = 85;

/** How the machine is that Antre runs on, and how Antre itself is. */
export const machineHealth = z.strictObject({
  version: z.string(),
  /** When this version began to run here, and those before it, the newest first. */
  versions: z.array(z.strictObject({ version: z.string(), runtime: z.string(), since: instant })),
  /** In words, as in `versions`. */
  runtime: z.string(),
  support: runtimeSupport,
  /** Seconds since Antre was started. */
  uptime: z.number().int(),
  /** Seconds since the machine was switched on. */
  machineUptime: z.number().int(),
  system: z.string(),
  disk: z.strictObject({
    freeBytes: z.number().int(),
    totalBytes: z.number().int(),
    state: z.enum(['enough', 'low', 'full']),
  }),
  /** What the database, the local copies and the log files take. */
  databaseBytes: z.number().int(),
  copiesBytes: z.number().int(),
  logBytes: z.number().int(),
  memory: z.strictObject({
    ownBytes: z.number().int(),
    /** What programs can still have. */
    availableBytes: z.number().int(),
    totalBytes: z.number().int(),
  }),
  /** The hottest of the processor's sensors in degrees Celsius; null: the machine tells of none. */
  celsius: z.number().nullable(),
  /** Whether a time server keeps the clock (null: the system doesn't tell), and what speaks against it. */
  clock: z.strictObject({ synchronised: z.boolean().nullable(), doubt: z.enum(clockDoubts).nullable() }),
  /** Whether other machines reach this one; `atNextStart`: an admin said so since Antre was started. Null: it doesn't run. */
  network: z.enum(['open', 'closed', 'atNextStart']).nullable(),
  /** The newest first. */
  endings: z.array(ending),
  /** Pages that threw, hung or died, the newest first. */
  pages: z.array(pageFault.extend({ at: instant, count: z.number().int() })),
  /** Errors and warnings that the log has of the last week. */
  errors: z.array(errorGroup),
});
export type MachineHealth = z.infer<typeof machineHealth>;

/** A file of the support bundle. */
export const supportFile = z.strictObject({ name: z.string(), text: z.string() });
export type SupportFile = z.infer<typeof supportFile>;

/** All that the bundle holds, as it would leave. */
export const supportBundle = z.strictObject({ name: z.string(), files: z.array(supportFile) });
export type SupportBundle = z.infer<typeof supportBundle>;
