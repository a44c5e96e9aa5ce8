import type { PrinterCause } from '../../electron/contract/printer-status';

/** Why a printer can't be reached or was lost. */
export type TransportFault = Extract<
  PrinterCause,
  | 'not_found'
  | 'busy'
  | 'denied'
  | 'timed_out'
  | 'lost'
  | 'no_driver'
  | 'usb_missing'
  | 'serial_missing'
  | 'spooler_missing'
>;

export type WriteResult =
  | { readonly ok: true }
  /** `some`: bytes may have reached the printer; `none`: none did. */
  | { readonly ok: false; readonly fault: TransportFault; readonly sent: 'none' | 'some' };

export type OpenResult =
  | { readonly ok: true; readonly line: PrinterLine }
  | { readonly ok: false; readonly fault: TransportFault };

/** An open line to a printer. */
export interface PrinterLine {
  /** How quickly it carries bytes, where it has a pace of its own: the system takes them sooner than they arrive. */
  readonly bytesPerSecond?: number;
  /**
   * Hands over all bytes, in order, and resolves once the system or the printer has taken them, or they couldn't be
   * handed over within `deadline` milliseconds. Never rejects. One write at a time.
   */
  write(bytes: Uint8Array, deadline: number): Promise<WriteResult>;
  /** What the printer says, as it comes. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /**
   * Says that no more bytes come, and waits at most `deadline` milliseconds for the printer to end the line in turn, as
   * it does once it has taken all of them. Null unless it refused them; to be closed after. Only lines that can show
   * this (TCP) have it.
   */
  finish?(deadline: number): Promise<TransportFault | null>;
  /** Called once when the line breaks by itself; not after `close`. */
  onLost(listener: (fault: TransportFault) => void): void;
  /**
   * Lets go of the printer at once; bytes still under way are given up where the system allows it. Those that the
   * system took already may come through all the same, where it sends by itself (TCP), unless `isGivenUp`.
   */
  close(isGivenUp?: boolean): void;
}

/** A way to a printer. */
export interface Transport {
  /** Opens a line, within `deadline` milliseconds. Never rejects. */
  open(deadline: number): Promise<OpenResult>;
  /** Nobody opens it any more: ends what is kept from one opening to the next. Only ways that keep something have it. */
  close?(): void;
}

/**
 * What `begin` comes to, the fault of what it throws, or `timed_out` once `deadline` milliseconds have passed; a line
 * that opens too late is closed. Never rejects.
 */
export function openWithin(deadline: number, begin: () => Promise<OpenResult>): Promise<OpenResult> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      resolve({ ok: false, fault: 'timed_out' });
    }, deadline);
    // What the add-ons throw at once is caught too.
    Promise.resolve()
      .then(begin)
      .catch((error: unknown): OpenResult => ({ ok: false, fault: faultOf(error) }))
      .then((opened) => {
        clearTimeout(timer);
        if (!late) resolve(opened);
        else if (opened.ok) opened.line.close();
      });
  });
}

/** The fault a system error stands for. */
export function faultOf(error: unknown): TransportFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENXIO':
    case 'ENODEV':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'not_found';
    case 'ECONNREFUSED':
    case 'EBUSY':
      return 'busy';
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    case 'ETIMEDOUT':
      return 'timed_out';
    default:
      return 'lost';
  }
}
