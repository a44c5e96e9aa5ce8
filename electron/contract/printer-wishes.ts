import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { printerProfile } from './printer-profile';
import { foundPrinters, printerAddresses, printerTarget, testPrintAnswer } from './printers';

/** A wish's name among those of its kiosk. */
export const wishId = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/, refusedAs('kiosk_wish'));

/** What an admin at the hub wants done with the printers at another kiosk's machine, once. */
export const printerWish = z.discriminatedUnion('kind', [
  z.strictObject({
    id: wishId,
    kind: z.literal('find'),
    addresses: printerAddresses,
    /** Whether to look also for what is attached to that machine. */
    attached: z.boolean(),
  }),
  z.strictObject({
    id: wishId,
    kind: z.literal('test'),
    target: printerTarget,
    profile: printerProfile,
    /** What the test ticket says: the hall's name, and the time in its zone. */
    hall: z.string(),
    timezone: z.string(),
  }),
]);
export type PrinterWish = z.infer<typeof printerWish>;

/** Event `printer-wishes`: those whose answer somebody waits for; each is done once. */
export const printerWishes = z.array(printerWish);

/** What came of a wish. */
export const printerWishAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('find'), found: foundPrinters }),
  z.strictObject({ kind: z.literal('test'), tested: testPrintAnswer }),
  /** It could not be done there. */
  z.strictObject({ kind: z.literal('failed') }),
]);
export type PrinterWishAnswer = z.infer<typeof printerWishAnswer>;
