import { close, constants, open, read, write } from 'node:fs';
import { closeUnlessDevice } from './only-devices';
import {
  faultOf,
  openWithin,
  type PrinterLine,
  type Transport,
  type TransportFault,
  type WriteResult,
} from './transport';

/** Milliseconds between two looks at the device; its answers come no quicker than a person opens a cover. */
const pollEvery = 25;

/**
 * A printer behind a device file: `/dev/usb/lp0`, or a serial port that is set up already.
 *
 * Opened `O_RDWR|O_NONBLOCK` and polled: a blocking read would hold a thread for good and hang the end of the
 * process, and a printer that takes nothing more would hold a write. Another program's hold shows as `busy`, a
 * pulled cable as `lost`.
 */
export function fileTransport(path: string): Transport {
  return {
    open: (deadline) =>
      openWithin(
        deadline,
        () =>
          new Promise((resolve) => {
            open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY, (error, descriptor) => {
              if (error) resolve({ ok: false, fault: faultOf(error) });
              else closeUnlessDevice(descriptor, () => new FileLine(descriptor), resolve);
            });
          }),
      ),
  };
}

class FileLine implements PrinterLine {
  readonly #descriptor: number;
  readonly #incoming = Buffer.alloc(4096);
  readonly #dataListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #lostListeners = new Set<(fault: TransportFault) => void>();
  #closed = false;
  #lost: TransportFault | null = null;
  #reading: NodeJS.Timeout | undefined;
  /** Reads and writes the system has not answered yet; the file is closed after the last. */
  #underWay = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
    this.#read();
  }

  write(bytes: Uint8Array, deadline: number): Promise<WriteResult> {
    const end = performance.now() + deadline;
    let at = 0;
    return new Promise((resolve) => {
      const sent = () => (at > 0 ? 'some' : 'none');
      const next = () => {
        if (this.#closed || this.#lost) {
          resolve({ ok: false, fault: this.#lost ?? 'lost', sent: sent() });
          return;
        }
        this.#underWay += 1;
        write(this.#descriptor, bytes, at, bytes.length - at, null, (error, count) => {
          this.#underWay -= 1;
          if (this.#closed) this.#closeFile();
          if (error && !isBusyNow(error)) {
            this.#lose(faultOf(error));
            resolve({ ok: false, fault: faultOf(error), sent: sent() });
            return;
          }
          at += error ? 0 : count;
          if (at >= bytes.length) resolve({ ok: true });
          else if (performance.now() > end) resolve({ ok: false, fault: 'timed_out', sent: sent() });
          else setTimeout(next, error || count === 0 ? pollEvery : 0);
        });
      };
      next();
    });
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#dataListeners.add(listener);
  }

  onLost(listener: (fault: TransportFault) => void): void {
    this.#lostListeners.add(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#reading);
    this.#closeFile();
  }

  #read(): void {
    this.#underWay += 1;
    read(this.#descriptor, this.#incoming, 0, this.#incoming.length, null, (error, count) => {
      this.#underWay -= 1;
      if (this.#closed) {
        this.#closeFile();
        return;
      }
      if (error && !isBusyNow(error)) {
        this.#lose(faultOf(error));
        return;
      }
      if (!error && count > 0) {
        const bytes = Uint8Array.from(this.#incoming.subarray(0, count));
        for (const listener of this.#dataListeners) listener(bytes);
      }
      this.#reading = setTimeout(() => this.#read(), pollEvery);
    });
  }

  #lose(fault: TransportFault): void {
    if (this.#closed || this.#lost) return;
    this.#lost = fault;
    clearTimeout(this.#reading);
    for (const listener of [...this.#lostListeners]) listener(fault);
  }

  #closeFile(): void {
    if (this.#underWay === 0) close(this.#descriptor, () => undefined);
  }
}

function isBusyNow(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK' || error.code === 'EINTR';
}
