import type { PrinterProof, PrinterStatus } from '../../electron/contract/printer-status';

/** What became of a ticket's bytes. */
export type PrintOutcome =
  /** It is on paper, and the printer said so. */
  | { readonly kind: 'printed'; readonly proof: PrinterProof }
  /** All bytes were taken, and the printer was well before and after; it can't say more. */
  | { readonly kind: 'unconfirmed' }
  /** No byte left: it may be tried again unmarked. */
  | NotSent
  /** A byte may have left and nobody can know whether it is on paper. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/** Why no byte left: the printer, `beforeFirstByte` that said no, or `beforeFirstByte` that failed. */
export type NotSent =
  | { readonly kind: 'not_sent'; readonly reason: 'not_ready' | 'withdrawn' }
  | { readonly kind: 'not_sent'; readonly reason: 'failed'; readonly error: unknown };

/** A printer of tickets, whatever is behind it. */
export interface Printer {
  /** As last heard; it is watched all the time, also while nothing is printed. */
  readonly status: PrinterStatus;
  /** Called after each change of the status. Returns a function that stops it. */
  onStatus(listener: (status: PrinterStatus) => void): () => void;
  /**
   * Prints one ticket, whole. Asks for the status first; where that is good, calls `beforeFirstByte` (which may
   * still refuse, or fail) and only then sends. One ticket at a time. Never rejects, and ends by itself in bounded
   * time, provided that `beforeFirstByte` does.
   */
  print(ticket: Uint8Array, beforeFirstByte: () => boolean | Promise<boolean>): Promise<PrintOutcome>;
  /**
   * Sends a pulse to its drawer port, between tickets; true where the printer was well and took it. That something hangs there nobody
   * can tell. Never rejects.
   */
  pulse(): Promise<boolean>;
  /** Lets go of the printer; a ticket under way ends as `uncertain`. */
  close(): Promise<void>;
}

/** Asks whether a ticket may be sent; returns why it may not, or null. Never rejects. */
export async function askBeforeFirstByte(
  beforeFirstByte: () => boolean | Promise<boolean>,
): Promise<NotSent | null> {
  try {
    return (await beforeFirstByte()) ? null : { kind: 'not_sent', reason: 'withdrawn' };
  } catch (error) {
    return { kind: 'not_sent', reason: 'failed', error };
  }
}
