import { z } from 'zod';
import { id } from './common';
import { printerStatus } from './operation';
import { printerProfile } from './printer-profile';
import { printerProofs } from './printer-status';
import { printerTarget } from './printers';

/** A job of a kiosk's printer that is not over. */
export const openPrintJob = z.strictObject({
  id: z.number().int(),
  /** `sending`: bytes may be on their way; of whom, only the process that sends them knows. */
  state: z.enum(['queued', 'sending', 'uncertain']),
  /** How often sending was begun. */
  attempts: z.number().int(),
  /** Whether its paper is marked SALINAN. */
  copy: z.boolean(),
});
export type OpenPrintJob = z.infer<typeof openPrintJob>;

/** Event `print-jobs`: the oldest of a kiosk's open jobs, in the order in which they are to be printed. */
export const openPrintJobs = z.array(openPrintJob);

/** What whoever prints a job says of it. */
export const printJobReport = z.discriminatedUnion('state', [
  /** Bytes are about to be sent. Nothing may be sent where this is not accepted. */
  z.strictObject({ state: z.literal('sending') }),
  /** No byte was sent after all. */
  z.strictObject({ state: z.literal('queued') }),
  /** It is out, and the printer (or the screen that shows its picture) said so. */
  z.strictObject({ state: z.literal('printed'), proof: z.enum(printerProofs) }),
  /** All bytes were taken by a printer that was well before and after, and can't prove more. */
  z.strictObject({ state: z.literal('unconfirmed') }),
  /** It may or may not have come out; it is to be printed again, marked as a copy. */
  z.strictObject({ state: z.literal('uncertain') }),
  /** It was tried too often: somebody has to look. */
  z.strictObject({ state: z.literal('dropped') }),
]);
export type PrintJobReport = z.infer<typeof printJobReport>;

export const printJobAnswer = z.strictObject({
  /** False where the job was not in a state that this could follow; nothing was changed by it then. */
  accepted: z.boolean(),
});

/** Event `printers`: what a kiosk prints on, as the admins chose. */
export const kioskPrinters = z.strictObject({
  /** For a printer that was set at the kiosk itself: the hall's paper. */
  usual: printerProfile,
  /** In the order of choice; none: pictures on the screen until there is one. */
  printers: z.array(z.strictObject({ id, name: z.string(), target: printerTarget, profile: printerProfile })),
});
export type KioskPrinters = z.infer<typeof kioskPrinters>;

/** Which of the kiosk's printers a job is for; left out: the one that was set at the kiosk itself. */
export const jobPrinter = z.strictObject({ printer: id.optional() });

/** A ticket's paper as bytes for the printer, as things stand now. */
export const printJobPaper = z.strictObject({ base64: z.base64() });

/** A kiosk tells how its printer is at each change, and at least this often: a machine without power tells nothing. */
export const printerToldEveryMs = 2_000;

/** One of the printers that the admins keep for a kiosk. */
const toldPrinter = z.strictObject({
  id,
  status: printerStatus,
  /** Whether it is this one that prints now. */
  printing: z.boolean(),
});
export type ToldPrinter = z.infer<typeof toldPrinter>;

/** How a kiosk's own printer is; forgotten when its line to the hub ends, or nothing is told any more. */
export const ownPrinter = printerStatus.extend({
  cause: printerStatus.shape.cause.optional(),
  /** Whether its paper is a picture on the screen. */
  preview: z.boolean(),
  /** The version of Antre that runs there. */
  version: z.string().max(40),
  /** Each of those that are kept for it. */
  printers: z.array(toldPrinter).max(50).optional(),
});
export type OwnPrinter = z.infer<typeof ownPrinter>;
