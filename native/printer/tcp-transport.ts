import { connect, type Socket } from 'node:net';
import {
  faultOf,
  type OpenResult,
  type PrinterLine,
  type Transport,
  type TransportFault,
  type WriteResult,
} from './transport';

/** A network printer, mostly on port 9100 (raw printing). Such printers take one client at a time. */
export function tcpTransport(address: { readonly host: string; readonly port: number }): Transport {
  return {
    open: (deadline) =>
      new Promise<OpenResult>((resolve) => {
        const socket = beginConnection(address);
        if (!socket) {
          resolve({ ok: false, fault: 'not_found' });
          return;
        }
        const timer = setTimeout(() => fail('timed_out'), deadline);
        const fail = (fault: TransportFault) => {
          clearTimeout(timer);
          socket.destroy();
          resolve({ ok: false, fault });
        };
        socket.once('error', (error) => fail(faultOf(error)));
        socket.once('connect', () => {
          clearTimeout(timer);
          socket.removeAllListeners('error');
          resolve({ ok: true, line: new TcpLine(socket) });
        });
      }),
  };
}

/** Null where the address can be nobody's: of a port beyond 65535 Node throws at once. */
function beginConnection({ host, port }: { readonly host: string; readonly port: number }): Socket | null {
  try {
    return connect({ host, port, noDelay: true, keepAlive: true });
  } catch {
    return null;
  }
}

class TcpLine implements PrinterLine {
  readonly #socket: Socket;
  #closed = false;
  #lost: TransportFault | null = null;
  #finished: (() => void) | null = null;
  readonly #lostListeners = new Set<(fault: TransportFault) => void>();

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', (error) => this.#lose(faultOf(error)));
    socket.on('end', () => (this.#finished ? this.#finished() : this.#lose('lost')));
    socket.on('close', () => this.#lose('lost'));
  }

  write(bytes: Uint8Array, deadline: number): Promise<WriteResult> {
    return new Promise((resolve) => {
      if (this.#closed || this.#lost) {
        resolve({ ok: false, fault: this.#lost ?? 'lost', sent: 'none' });
        return;
      }
      const before = this.#socket.bytesWritten;
      let settled = false;
      const settle = (result: WriteResult) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        this.#lostListeners.delete(lost);
        resolve(result);
      };
      const lost = (fault: TransportFault) => {
        settle({ ok: false, fault, sent: this.#socket.bytesWritten > before ? 'some' : 'none' });
      };
      const timer = setTimeout(() => settle({ ok: false, fault: 'timed_out', sent: 'some' }), deadline);
      this.#lostListeners.add(lost);
      this.#socket.write(bytes, (error) => {
        if (error) settle({ ok: false, fault: faultOf(error), sent: 'some' });
        else settle({ ok: true });
      });
    });
  }

  finish(deadline: number): Promise<TransportFault | null> {
    return new Promise((resolve) => {
      if (this.#closed || this.#lost) {
        resolve(this.#lost ?? 'lost');
        return;
      }
      const settle = (fault: TransportFault | null) => {
        clearTimeout(timer);
        this.#lostListeners.delete(settle);
        resolve(fault);
      };
      const timer = setTimeout(() => settle(null), deadline);
      this.#lostListeners.add(settle);
      this.#finished = () => settle(null);
      this.#socket.end();
    });
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#socket.on('data', listener);
  }

  onLost(listener: (fault: TransportFault) => void): void {
    this.#lostListeners.add(listener);
  }

  close(isGivenUp = false): void {
    if (this.#closed) return;
    this.#closed = true;
    // A reset, not a polite end: what the system still holds must not print later as a ghost.
    if (isGivenUp || this.#socket.writableLength > 0) this.#socket.resetAndDestroy();
    else this.#socket.destroy();
  }

  #lose(fault: TransportFault): void {
    if (this.#closed || this.#lost) return;
    this.#lost = fault;
    this.#socket.destroy();
    for (const listener of [...this.#lostListeners]) listener(fault);
  }
}
