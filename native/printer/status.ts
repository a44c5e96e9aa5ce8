/** The printer's state as everybody hears of it; contract.md names them. */
export type PrinterStateName =
  | 'ready'
  | 'paper_low'
  | 'paper_out'
  | 'cover_open'
  | 'error'
  | 'offline'
  | 'none';

export interface PrinterStatus {
  readonly state: PrinterStateName;
  /** What to do about it, a sentence for whoever looks after the kiosk; null where nothing is to be said. */
  readonly detail: string | null;
}

/** What the printer says of itself, whichever way it says it. */
export interface Condition {
  readonly online: boolean;
  readonly coverOpen: boolean;
  /** Somebody holds the feed button. */
  readonly feedButton: boolean;
  readonly paper: 'enough' | 'low' | 'out';
  readonly fault: 'none' | 'cutter' | 'overheated' | 'unrecoverable' | 'mechanical';
}

/**
 * The four answers to DLE EOT 1, 2, 3 and 4.
 * Bits by Epson's ESC/POS reference, DLE EOT: offline 1:08; cover 2:04, feed button 2:08, stopped by paper end 2:20,
 * error 2:40; mechanical 3:04, cutter 3:08, unrecoverable 3:20, recovers by itself 3:40; near end 4:0C, end 4:60.
 */
export function conditionFromRealTime(answers: readonly [number, number, number, number]): Condition {
  const [printer, offline, error, paper] = answers;
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (offline & 0x04) !== 0,
    feedButton: (offline & 0x08) !== 0,
    paper: (paper & 0x60) !== 0 || (offline & 0x20) !== 0 ? 'out' : (paper & 0x0c) !== 0 ? 'low' : 'enough',
    fault: faultOf(error) ?? ((offline & 0x40) !== 0 ? 'mechanical' : 'none'),
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
  };
}

function faultOf(error: number): Exclude<Condition['fault'], 'none'> | null {
  if ((error & 0x20) !== 0) return 'unrecoverable';
  if ((error & 0x08) !== 0) return 'cutter';
  if ((error & 0x04) !== 0) return 'mechanical';
  if ((error & 0x40) !== 0) return 'overheated';
  return null;
}

const faultSentences = {
  cutter: 'Pemotong kertas macet.',
  overheated: 'Kepala cetak terlalu panas, tunggu sebentar.',
  unrecoverable: 'Printer rusak. Matikan, nyalakan lagi, lalu hubungi teknisi bila tetap begini.',
  mechanical: 'Printer macet. Buka tutupnya dan periksa kertasnya.',
} as const;

/** The state to tell of a condition: what keeps it from printing first, then what will soon. */
export function statusOf(condition: Condition): PrinterStatus {
  if (condition.coverOpen) return { state: 'cover_open', detail: 'Tutup printer terbuka.' };
  if (condition.fault !== 'none') return { state: 'error', detail: faultSentences[condition.fault] };
  if (condition.paper === 'out') return { state: 'paper_out', detail: 'Kertas tiket habis.' };
  if (condition.feedButton) return { state: 'offline', detail: 'Tombol kertas di printer sedang ditekan.' };
  if (!condition.online) return { state: 'offline', detail: 'Printer sedang tidak siap.' };
  if (condition.paper === 'low') return { state: 'paper_low', detail: 'Kertas tiket hampir habis.' };
  return { state: 'ready', detail: null };
}

/** Whether a ticket may be sent. */
export function canPrint(status: PrinterStatus): boolean {
  return status.state === 'ready' || status.state === 'paper_low';
}
