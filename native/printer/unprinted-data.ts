import type { PrinterSession } from './printer-session';

/** Bytes that are handed over at a time, so that a slow line is seen to go on. */
const pieceSize = 1024;

/**
 * What a ticket that broke off may have left in a printer. Unless that is thrown away it prints later as a ghost, or
 * a picture that waits for its other half swallows the next ticket.
 */
export class UnprintedData {
  /** Bytes; of a ticket that broke off, all it had. */
  #bytes: number;
  /** NULs that this line has not taken yet. */
  #missing = 0;

  /** `bytes`: of a ticket that may lie in the printer from before this process. */
  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  get isGone(): boolean {
    return this.#bytes === 0;
  }

  /** A ticket of so many bytes broke off. */
  remain(bytes: number): void {
    this.#bytes = bytes;
  }

  /** On a new line: has the printer clear its buffer, which one that knows how does also while it can't print. */
  async clear(session: PrinterSession, deadline: number): Promise<void> {
    if (this.isGone) return;
    this.#missing = this.#bytes;
    if (await session.clear(deadline)) this.#bytes = 0;
  }

  /**
   * Ends what waits in a printer that is well and does not say that it cleared: as many NULs as the ticket had bytes
   * complete any picture, and print nothing. They count for taken once what was asked behind them is answered. What
   * the line doesn't take in time is left for the next call. False where the printer fell silent.
   */
  async padWithNuls(
    session: PrinterSession,
    times: { readonly answer: number; readonly perByte: number },
  ): Promise<boolean> {
    while (this.#missing > 0) {
      const piece = Math.min(pieceSize, this.#missing);
      const written = await session.write(new Uint8Array(piece), times.answer + times.perByte * piece);
      if (!written.ok) return !session.lost;
      this.#missing -= piece;
    }
    if (!(await session.askCondition(times.answer + times.perByte * this.#bytes))) return false;
    this.#bytes = 0;
    return true;
  }
}
