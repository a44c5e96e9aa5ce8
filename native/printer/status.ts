import { type PrinterCause, type PrinterStatus, stateOfCause } from '../../electron/contract/printer-status';

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
