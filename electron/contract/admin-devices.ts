import { z } from 'zod';
import { id, instant } from './common';
import { printerState } from './operation';

export const deviceKind = z.enum(['kiosk', 'display']);
/** `kiosk-1`, `display-7f3a`. */
export const deviceId = z.string().regex(/^(kiosk|display)-[a-z0-9]{1,16}$/, 'kiosk-… or display-…');
const deviceName = z.string().trim().min(1).max(40);

const deviceFields = z.strictObject({
  name: deviceName,
  /** The part of the hall it shows; null: all of it. */
  zone: z.string().trim().max(40).nullable(),
  /** The counters it shows; null: all of them. */
  counterIds: z.array(id).max(200).nullable(),
});
export const deviceChange = deviceFields.partial();
export type DeviceChange = z.infer<typeof deviceChange>;
export const adminDevice = deviceFields.extend({
  id: deviceId,
  version: z.number().int(),
  kind: deviceKind,
  printer: z.string().nullable(),
  createdAt: instant,
  /** When it was last heard of, to the minute; null: never. */
  lastSeenAt: instant.nullable(),
  revoked: z.boolean(),
  unreadable: z.array(z.string()),
});
export type AdminDevice = z.infer<typeof adminDevice>;

export const deviceStatus = z.strictObject({
  /** Heard of within the last two minutes. */
  online: z.boolean(),
  lastSeenAt: instant.nullable(),
  /** Of the built-in kiosk; null where the device hasn't told. */
  printer: z.strictObject({ state: printerState, detail: z.string().nullable() }).nullable(),
  version: z.string().nullable(),
  /** Tickets whose paper it still has to print. */
  openPrintJobs: z.number().int(),
});
export type DeviceStatus = z.infer<typeof deviceStatus>;

/** What a device shows on its screen for an admin to type. */
export const pairingCode = z
  .string()
  .regex(/^[A-HJ-NP-Z2-9]{6}$/, 'six letters and digits, as the screen shows them');
export const pollToken = z.string().regex(/^[\w-]{43}$/);
export const pairingRequest = z.strictObject({ kind: deviceKind, name: deviceName });
export const pairing = z.strictObject({
  code: pairingCode,
  pollToken,
  /** The code is good until then. */
  expiresAt: instant,
});
export const pairingState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  /** Answered once; a browser gets the token as a cookie too. */
  z.strictObject({ state: z.literal('approved'), deviceId, token: z.string() }),
]);
export const pairingApproval = deviceFields.partial();
