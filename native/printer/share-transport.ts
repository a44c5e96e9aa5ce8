import { close, open, write } from 'node:fs';
import { closeUnlessDevice } from './only-devices';
import { faultOf, openWithin, type PrinterLine, type Transport, type WriteResult } from './transport';

/**
 * A printer that Windows shares (`\\localhost\TIKET`): bytes written to its path go through the spooler as they are
 * (RAW). Each opening is a document of its own, which prints once it is closed. Nothing ever comes back.
 */
export function shareTransport(path: string): Transport {
  return {
    open: (deadline) =>
      openWithin(
        deadline,
        () =>
          new Promise((resolve) => {
            // Not `w`: a share that isn't there must not become a file of that name.
            open(path, 'r+', (error, descriptor) => {
              if (error) resolve({ ok: false, fault: faultOf(error) });
              // Windows opens nothing by such a path but what is shared; elsewhere it is a file's name like any other.
              else if (process.platform === 'win32') resolve({ ok: true, line: new ShareLine(descriptor) });
              else closeUnlessDevice(descriptor, () => new ShareLine(descriptor), resolve);
            });
          }),
      ),
  };
}

class ShareLine implements PrinterLine {
  readonly #descriptor: number;
  #closed = false;
  #underWay = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  write(bytes: Uint8Array, deadline: number): Promise<WriteResult> {
    return new Promise((resolve) => {
      let at = 0;
      const sent = () => (at > 0 ? 'some' : 'none');
      const timer = setTimeout(() => resolve({ ok: false, fault: 'timed_out', sent: 'some' }), deadline);
      const next = () => {
        this.#underWay = true;
        write(this.#descriptor, bytes, at, bytes.length - at, null, (error, count) => {
          this.#underWay = false;
          if (this.#closed) close(this.#descriptor, () => undefined);
          if (error || this.#closed) {
            clearTimeout(timer);
            resolve({ ok: false, fault: error ? faultOf(error) : 'lost', sent: sent() });
            return;
          }
          at += count;
          if (at < bytes.length) {
            next();
            return;
          }
          clearTimeout(timer);
          resolve({ ok: true });
        });
      };
      next();
    });
  }

  /** It never says anything. */
  onData(): void {}

  /** A spooler's loss shows at the next write. */
  onLost(): void {}

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#underWay) close(this.#descriptor, () => undefined);
  }
}
