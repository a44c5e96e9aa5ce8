import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { encodeTicket, paperProfile } from '../../native/printer/encode-ticket';
import { loadSerialPort } from '../../native/printer/serial-transport';
import { ticketPicture } from '../../native/printer/ticket-picture';
import { loadUsb } from '../../native/printer/usb-claim';
import { defaultProfile, paperDots } from './ticket-encoder';
import { layTicketOut } from './ticket-layout';

/** Milliseconds, so that a start is no later for what only an admin's search for printers needs. */
const addOnsAfter = 5000;

/**
 * Loads and compiles, while nobody waits for it, what the first ticket and the first search for printers need. Together
 * it takes a tenth of a second; each piece has a turn of its own, so that taps get in between. The longest is
 * `serialport` with some 30 ms.
 * Goes on by itself until `signal`.
 */
export async function warmPrintingUp(signal: AbortSignal): Promise<void> {
  await eachInItsTurn(encoderPieces(), signal);
  await wait(addOnsAfter, undefined, { ref: false, signal }).catch(() => undefined);
  await eachInItsTurn([loadUsb, loadSerialPort], signal);
}

/** Does the pieces in order, whatever else waits between one and the next, until `signal`. */
export async function eachInItsTurn(pieces: readonly (() => unknown)[], signal: AbortSignal): Promise<void> {
  for (const piece of pieces) {
    await nextTurn();
    if (signal.aborted) return;
    await piece();
  }
}

/** Each thing on a ticket alone, then whole tickets: what was met before costs little then. */
function encoderPieces(): readonly (() => void)[] {
  const wide = { paperWidth: 80, qrMode: 'raster' } as const;
  const narrow = { paperWidth: 58, qrMode: 'native' } as const;
  const encode = (blocks: typeof defaultTicket, kind: typeof wide | typeof narrow) =>
    encodeTicket(blocks, paperProfile(defaultProfile(kind)));
  return [
    ...defaultTicket.map((block) => () => void encode([block], wide)),
    () => void encode(defaultTicket, wide),
    () => void encode(defaultTicket, narrow),
    () => void ticketPicture(encode(defaultTicket, wide), paperDots(wide)),
  ];
}

const defaultTicket = layTicketOut({
  language: 'id',
  hall: 'Mal Pelayanan Publik',
  city: 'Kota',
  practice: true,
  copy: false,
  priority: false,
  institution: 'Gerai',
  service: 'Layanan',
  desks: ['1', '2', '3'],
  zone: '',
  number: 'A-001',
  ahead: 5,
  estimate: { low: 10, high: 20 },
  calledAround: null,
  issuedAt: 0,
  timezone: 'UTC',
  documents: ['Kartu Tanda Penduduk', 'Kartu Keluarga'],
  followUrl: 'http://antre.invalid/t/0000000000000000000000',
});
