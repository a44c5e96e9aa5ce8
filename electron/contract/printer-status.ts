/** The printer's state as everybody hears of it. */
export const printerStates = [
  'ready',
  'paper_low',
  'paper_out',
  'cover_open',
  'error',
  'offline',
  'none',
] as const;
export type PrinterState = (typeof printerStates)[number];

/** What exactly is to be said of a printer, with the state that it is then in. */
export const stateOfCause = {
  paper_out: 'paper_out',
  paper_low: 'paper_low',
  cover_open: 'cover_open',
  cutter: 'error',
  overheated: 'error',
  mechanical: 'error',
  unrecoverable: 'error',
  feed_button: 'offline',
  not_ready: 'offline',
  /** It prints; a ticket that nobody took hangs in its mouth. */
  ticket_in_mouth: 'ready',
  /** It prints, as far as anybody can know: it can't be asked. */
  cannot_tell: 'ready',
  not_answering: 'offline',
  /** There is nothing at that address or path. */
  not_found: 'offline',
  /** It is there and takes nobody now: another computer has it. */
  busy: 'offline',
  /** The operating system forbids it. */
  denied: 'offline',
  /** No answer in time. */
  timed_out: 'offline',
  /** The connection broke, or the cable was pulled. */
  lost: 'offline',
  /** Windows gives a USB printer to its own driver alone. */
  no_driver: 'offline',
  /** The native add-on for it does not load on this machine. */
  usb_missing: 'offline',
  serial_missing: 'offline',
  /** Windows' print spooler can't be spoken to: its service does not run, or this is no Windows. */
  spooler_missing: 'offline',
} as const satisfies Readonly<Record<string, PrinterState>>;
export type PrinterCause = keyof typeof stateOfCause;
export const printerCauses = Object.keys(stateOfCause) as [PrinterCause, ...PrinterCause[]];

/** How a printer is. */
export interface PrinterStatus {
  readonly state: PrinterState;
  /** Null where nothing is to be said. */
  readonly cause: PrinterCause | null;
  /** What the kiosk's attendant should do about it, in a sentence; null if there is nothing to do. */
  readonly detail: string | null;
}

/** By what a printer proves that a ticket came out: GS ( H tells that it is printed, GS r that it is processed. */
export const printerProofs = ['function_h', 'gs_r'] as const;
export type PrinterProof = (typeof printerProofs)[number];

/** Whether a printer prints in this state: a low roll still does. */
export function canPrint({ state }: { readonly state: PrinterState }): boolean {
  return state === 'ready' || state === 'paper_low';
}
