import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { id, instant, oneLine } from './common';
import { printerStatus } from './operation';
import { scannerState } from './scanner';
import { longestOutput } from './sound-output';
import { touchScreen } from './touch-screen';

export const deviceKind = z.enum(['kiosk', 'display']);
/** `kiosk-1`, `display-7f3a`. */
export const deviceId = z.string().regex(/^(kiosk|display)-[a-z0-9]{1,16}$/, refusedAs('device_id'));
const deviceName = oneLine().min(1).max(40);

const deviceFields = z.strictObject({
  name: deviceName,
  /** The part of the hall it shows; null: all of it. */
  zone: oneLine().max(40).nullable(),
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

/** What a kiosk or display tells of itself: when its page opens, when something changes, and each half minute. */
export const deviceReport = z.strictObject({
  /** Antre's version that its page was built from. */
  version: z.string().max(40),
  width: z.number().int().min(1).max(30_000),
  height: z.number().int().min(1).max(30_000),
  /** Whether it has a touch screen. */
  touch: z.boolean(),
  /** Of a display: whether it may speak, or its browser holds sound back until somebody presses a key. */
  sound: z.enum(['on', 'held_back']).nullable(),
  /** Of a kiosk: whether a visitor is in the middle of something. Pages of before this was asked don't tell. */
  busy: z.boolean().default(false),
  /** The names of its sound devices; null: its browser doesn't tell. */
  outputs: z.array(z.string().max(longestOutput)).max(50).nullable().default(null),
  /**
   * How the sound device is that the hall chose for it: the system's own choice (`usual`), there, away, or such that its browser can't
   * choose one.
   */
  output: z.enum(['usual', 'chosen', 'away', 'cannot_choose']).default('usual'),
});
export type DeviceReport = z.infer<typeof deviceReport>;

/** The version of the server that heard it: a page of another one loads itself anew. */
export const deviceReported = z.strictObject({ version: z.string() });

/** A device as it sees itself; of a kiosk or display that is let in. */
export const ownDevice = deviceFields.extend({ id: deviceId, kind: deviceKind });
export type OwnDevice = z.infer<typeof ownDevice>;

export const deviceStatus = z.strictObject({
  /** Its machine tells that it is there; of one without, its page is open, or it was heard of within the last two minutes. */
  online: z.boolean(),
  lastSeenAt: instant.nullable(),
  /** Of a kiosk; null where it never told since Antre started. */
  printer: printerStatus.nullable(),
  version: z.string().nullable(),
  /** Of a kiosk whose machine has told; null: unknown. */
  touchScreen: touchScreen.nullable(),
  /** The same of its scanner. */
  scanner: scannerState.nullable(),
  /** What its page told last; null: nothing since Antre started. */
  page: deviceReport
    .pick({ width: true, height: true, touch: true, sound: true, outputs: true, output: true })
    .extend({ at: instant })
    .nullable(),
  /** Tickets whose paper it still has to print. */
  openPrintJobs: z.number().int(),
});
export type DeviceStatus = z.infer<typeof deviceStatus>;

/** Topic `devices`, for supervisors and admins: each device that is let in, and how it is. */
export const devicesSnapshot = z.array(z.strictObject({ id: deviceId, status: deviceStatus }));
export type DevicesSnapshot = z.infer<typeof devicesSnapshot>;

/** What a device shows on its screen for an admin to type. */
export const pairingCode = z.string().regex(/^[A-HJ-NP-Z2-9]{6}$/, refusedAs('pairing_code'));
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
