import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { deviceId } from './admin-devices';
import { id, inLanguages, oneLine } from './common';
import { printerStatus } from './operation';
import { printerProfile } from './printer-profile';
import { parsePrinterTarget } from './printer-target';

/** `usb:04b8:0e28:NUMBER@SOCKET`, `tcp://192.168.1.50:9100`, `serial:COM3?baud=19200`, `file:/dev/usb/lp0`, `share:\\localhost\TIKET`, `spooler:NAME`. */
export const printerTarget = z
  .string()
  .max(200)
  .refine((text) => parsePrinterTarget(text) !== undefined, refusedAs('printer_target'));

/** Where a printer's paper comes out; may be empty. */
export const printerPlace = inLanguages(oneLine().max(60), oneLine().max(60).default(''));

const printerFields = z.strictObject({
  name: oneLine().min(1).max(40),
  target: printerTarget,
  profile: printerProfile,
  /** Told to visitors when it stands in for another. */
  place: printerPlace,
  /** Metres of paper on a new roll; with it begins the count of tickets left. */
  rollMetres: z.number().min(5).max(300),
});
/** A lamp on its drawer port flashes at each call; only of the built-in kiosk's printers. */
const lamp = z.boolean();
export const newPrinter = printerFields.extend({
  lamp: lamp.optional(),
  /** The kiosk that it hangs on; left out: the built-in one. */
  deviceId: deviceId.optional(),
});
export type NewPrinter = z.infer<typeof newPrinter>;
export const printerChange = printerFields.partial().extend({
  lamp: lamp.optional(),
  /** Which place it has among the kiosk's printers from now on, from 0; the first that can print does. */
  position: z.number().int().min(0).max(20).optional(),
});
export type PrinterChange = z.infer<typeof printerChange>;

export const adminPrinter = printerFields.extend({
  lamp,
  id,
  version: z.number().int(),
  deviceId,
  position: z.number().int(),
  unreadable: z.array(z.string()),
});
export type AdminPrinter = z.infer<typeof adminPrinter>;

/** A printer as it is now; topic `printers` is the list of them, in the order of the kiosk's choice. */
export const printerNow = z.strictObject({
  /** Null where it was set from outside (ANTRE_PRINTER). */
  id: id.nullable(),
  deviceId,
  name: z.string(),
  target: z.string(),
  status: printerStatus,
  /** Whether it is this one that prints now. */
  printing: z.boolean(),
  /** About how many tickets the roll is still good for; null where nobody knows. */
  ticketsLeft: z.number().int().nullable(),
  /** Whether somebody should bring a new roll. */
  bringPaper: z.boolean(),
  printedSinceRoll: z.number().int().nullable(),
});
export type PrinterNow = z.infer<typeof printerNow>;
export const printersNow = z.strictObject({
  printers: z.array(printerNow),
  /** True where the choice was made from outside, and admins can't change it. */
  setFromOutside: z.boolean(),
  /** True where tickets are pictures on the screen. */
  preview: z.boolean(),
});
export type PrintersNow = z.infer<typeof printersNow>;

/** IPv4 addresses, names, or a range of the last number: `192.168.1.20-60`. */
export const printerAddresses = z
  .array(
    z
      .string()
      .regex(/^[a-zA-Z0-9.-]{1,100}(:[0-9]{1,5})?$/, refusedAs('address_or_range'))
      .refine((text) => isPossiblePort(text.split(':')[1]), refusedAs('port')),
  )
  .max(16);

function isPossiblePort(port: string | undefined): boolean {
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}

const printerSearch = z.strictObject({
  addresses: printerAddresses,
  /** False: only at these addresses; else also what is attached to the machine that looks. */
  attached: z.boolean().default(true),
});
/** Where to look for printers. */
export type PrinterSearch = z.infer<typeof printerSearch>;
export const findPrintersRequest = printerSearch.extend({
  /** The kiosk at whose machine to look; left out: the built-in one. */
  deviceId: deviceId.optional(),
});

/** Something that may be a printer. */
export const foundPrinter = z.strictObject({
  target: z.string(),
  kind: z.enum(['usb', 'file', 'serial', 'spooler', 'tcp']),
  maker: z.string().nullable(),
  model: z.string().nullable(),
  /** `04b8:0e28`. */
  usbIds: z.string().nullable(),
  serial: z.string().nullable(),
  /** Why it can't be used as it is, or how it is; null where it wasn't asked (a serial port may be anything, a spooler can't say). */
  status: printerStatus.nullable(),
  /** The name under which Antre prints on it already. */
  usedAs: z.string().nullable(),
  /** Where it is used by an address that may come to mean another printer: the one to use instead; else null. */
  steadyTarget: z.string().nullable(),
  profile: printerProfile,
});
export type FoundPrinter = z.infer<typeof foundPrinter>;
export const foundPrinters = z.strictObject({
  printers: z.array(foundPrinter),
  /** What could not be looked for: the add-on does not load here. */
  unsearched: z.array(z.enum(['usb', 'serial'])),
});
export type FoundPrinters = z.infer<typeof foundPrinters>;

export const testPrintRequest = z.strictObject({
  target: printerTarget,
  profile: printerProfile,
  /** The kiosk at whose machine it is; left out: the built-in one. */
  deviceId: deviceId.optional(),
});
export const testPrintAnswer = z.strictObject({
  /** `printed`: proved. `unconfirmed`: taken whole, which is all it can say. `uncertain`: look at it. `not_sent`. */
  outcome: z.enum(['printed', 'unconfirmed', 'uncertain', 'not_sent']),
  status: printerStatus,
});
export type TestPrintAnswer = z.infer<typeof testPrintAnswer>;
