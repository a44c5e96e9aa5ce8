import { type PrinterCause, type PrinterState, stateOfCause } from '../../electron/contract/printer-status';

export interface PrinterStatus {
  readonly state: PrinterState;
  /** Null where nothing is to be said. */
  readonly cause: PrinterCause | null;
  /** What to do about it, a sentence for whoever looks after the kiosk; null where nothing is to be said. */
  readonly detail: string | null;
}

/** What the printer says of itself, whichever way it says it. */
export interface Condition {
  readonly online: boolean;
  readonly coverOpen: boolean;
  /** Somebody holds the feed button. */
  readonly feedButton: boolean;
  /** `unknown`: it doesn't say. */
  readonly paper: 'enough' | 'low' | 'out' | 'unknown';
  readonly fault: 'none' | 'cutter' | 'overheated' | 'unrecoverable' | 'mechanical';
  /** A ticket that was cut off and not taken; only printers with a presenter see it. */
  readonly ticketInMouth: boolean;
}

/** What DLE EOT 1 to 4 were answered with; undefined where a clone leaves that question unanswered. */
export type RealTimeAnswers = { [question in 1 | 2 | 3 | 4]?: number | undefined };

/** Of a printer that can't be asked; it is taken to be well. */
export const unheardCondition: Condition = conditionFromRealTime({});

/**
 * The answers to DLE EOT; what isn't answered is taken to be well.
 * Bits by Epson's ESC/POS reference, DLE EOT: offline 1:08; cover 2:04, feed button 2:08, stopped by paper end 2:20,
 * error 2:40; mechanical 3:04, cutter 3:08, unrecoverable 3:20, recovers by itself 3:40; near end 4:0C, end 4:60.
 */
export function conditionFromRealTime(answers: RealTimeAnswers): Condition {
  const { 1: printer = 0, 2: offline = 0, 3: error = 0, 4: paper } = answers;
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (offline & 0x04) !== 0,
    feedButton: (offline & 0x08) !== 0,
    paper: (offline & 0x20) !== 0 ? 'out' : paperOf(paper),
    fault: faultOf(error) ?? ((offline & 0x40) !== 0 ? 'mechanical' : 'none'),
    ticketInMouth: false,
  };
}

/**
 * An automatic status block (GS a).
 * Bits by Epson's reference: byte 1 offline 08, cover 20, feed button 40; byte 2 as DLE EOT 3; byte 3 near end 03,
 * paper end 0C.
 */
export function conditionFromBlock(block: readonly [number, number, number, number]): Condition {
  const [printer, error, paper] = block;
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (printer & 0x20) !== 0,
    feedButton: (printer & 0x40) !== 0,
    paper: (paper & 0x0c) !== 0 ? 'out' : (paper & 0x03) !== 0 ? 'low' : 'enough',
    fault: faultOf(error) ?? 'none',
    ticketInMouth: false,
  };
}

/**
 * Custom's full status (DLE EOT 20): paper, user, recoverable and unrecoverable errors.
 * Bits by Custom's command references (KPM, TK, VKP80): paper 01 none, 04 near end, 20 ticket in the mouth; user 01
 * head up, 02 cover open; recoverable 01 head temperature, 40 paper jam; unrecoverable 01 cutter, others broken.
 */
export function conditionFromCustom(status: readonly [number, number, number, number]): Condition {
  const [paper, user, recoverable, unrecoverable] = status;
  const fault =
    (unrecoverable & 0x01) !== 0
      ? 'cutter'
      : unrecoverable !== 0
        ? 'unrecoverable'
        : (recoverable & 0x01) !== 0
          ? 'overheated'
          : (recoverable & 0x40) !== 0
            ? 'mechanical'
            : 'none';
  return {
    online: true,
    coverOpen: (user & 0x03) !== 0,
    feedButton: false,
    paper: (paper & 0x01) !== 0 ? 'out' : (paper & 0x04) !== 0 ? 'low' : 'enough',
    fault,
    ticketInMouth: (paper & 0x20) !== 0,
  };
}

function paperOf(answer: number | undefined): Condition['paper'] {
  if (answer === undefined) return 'unknown';
  if ((answer & 0x60) !== 0) return 'out';
  return (answer & 0x0c) !== 0 ? 'low' : 'enough';
}

function faultOf(error: number): Exclude<Condition['fault'], 'none'> | null {
  if ((error & 0x20) !== 0) return 'unrecoverable';
  if ((error & 0x08) !== 0) return 'cutter';
  if ((error & 0x04) !== 0) return 'mechanical';
  if ((error & 0x40) !== 0) return 'overheated';
  return null;
}

const sentences: Readonly<Record<PrinterCause, string>> = {
  paper_out: 'Kertas tiket habis.',
  paper_low: 'Kertas tiket hampir habis.',
  cover_open: 'Tutup printer terbuka.',
  cutter: 'Pemotong kertas macet.',
  overheated: 'Kepala cetak terlalu panas, tunggu sebentar.',
  mechanical: 'Printer macet. Buka tutupnya dan periksa kertasnya.',
  unrecoverable: 'Printer rusak. Matikan, nyalakan lagi, lalu hubungi teknisi bila tetap begini.',
  feed_button: 'Tombol kertas di printer sedang ditekan.',
  not_ready: 'Printer sedang tidak siap.',
  ticket_in_mouth: 'Ada tiket yang belum diambil di mulut printer.',
  cannot_tell: 'Printer ini tidak dapat melapor; periksa kertasnya sendiri.',
  not_answering: 'Printer belum menjawab.',
  not_found: 'Printer tidak ditemukan. Periksa kabel, listrik, dan alamatnya.',
  busy: 'Printer menolak sambungan; mungkin sedang dipakai komputer lain.',
  denied: 'Antre tidak diizinkan memakai printer ini (di Linux: kelompok lp).',
  timed_out: 'Printer tidak menjawab.',
  lost: 'Sambungan ke printer putus.',
  no_driver:
    'Windows belum memberi Antre jalan ke printer USB ini. Pasang WinUSB dengan Zadig, atau pakai nama printernya di Windows.',
  usb_missing: 'Bagian USB tidak dapat dimuat di komputer ini. Jalankan npm ci, atau pakai berkas perangkat.',
  serial_missing:
    'Bagian port serial tidak dapat dimuat di komputer ini. Jalankan npm ci; di Linux perlu glibc 2.28.',
  spooler_missing: 'Antrean cetak Windows tidak berjalan. Nyalakan layanan Print Spooler, lalu coba lagi.',
};

/** The status that a cause is told as. */
export function statusFor(cause: PrinterCause): PrinterStatus {
  return { state: stateOfCause[cause], cause, detail: sentences[cause] };
}

export const readyStatus: PrinterStatus = { state: 'ready', cause: null, detail: null };

/** The status to tell of a condition: what keeps it from printing first, then what will soon. */
export function statusOf(condition: Condition): PrinterStatus {
  const cause = causeOf(condition);
  return cause === null ? readyStatus : statusFor(cause);
}

function causeOf(condition: Condition): PrinterCause | null {
  if (condition.coverOpen) return 'cover_open';
  if (condition.fault !== 'none') return condition.fault;
  if (condition.paper === 'out') return 'paper_out';
  if (condition.feedButton) return 'feed_button';
  if (!condition.online) return 'not_ready';
  if (condition.ticketInMouth) return 'ticket_in_mouth';
  if (condition.paper === 'low') return 'paper_low';
  return condition.paper === 'unknown' ? 'cannot_tell' : null;
}
