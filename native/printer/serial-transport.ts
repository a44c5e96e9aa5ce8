import type { SerialPort as SerialPortClass } from 'serialport';
import {
  faultOf,
  type OpenResult,
  openWithin,
  type PrinterLine,
  type Transport,
  type TransportFault,
  type WriteResult,
} from './transport';

/** A printer at a serial port, or at the virtual one that a driver makes of a USB printer. */
export interface SerialAddress {
  /** `/dev/ttyUSB0`, `COM3`. */
  readonly path: string;
  /** 9600 to 115200, as its switches or its self-test say; 8 bits, no parity, 1 stop bit. */
  readonly baudRate: number;
}

/** Loads the add-on when it is first needed, so that a machine on which it doesn't load starts all the same. */
export async function loadSerialPort(): Promise<typeof SerialPortClass | null> {
  try {
    return (await import('serialport')).SerialPort;
  } catch {
    return null;
  }
}

/** A start bit, eight of data, a stop bit. */
const bitsPerByte = 10;
/** Bytes handed over at a time: what is handed over can't be taken back, and a slow line takes long. */
const pieceSize = 1024;

/** A printer at a serial port. */
export function serialTransport(address: SerialAddress): Transport {
  return { open: (deadline) => openWithin(deadline, () => openSerial(address)) };
}

async function openSerial({ path, baudRate }: SerialAddress): Promise<OpenResult> {
  const SerialPort = await loadSerialPort();
  if (!SerialPort) return { ok: false, fault: 'serial_missing' };
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  return await new Promise((resolve) => {
    port.open((error) => {
      if (error) resolve({ ok: false, fault: serialFaultOf(error) });
      else resolve({ ok: true, line: new SerialLine(port, baudRate) });
    });
  });
}

class SerialLine implements PrinterLine {
  readonly bytesPerSecond: number;
  readonly #port: SerialPortClass;
  readonly #lostListeners = new Set<(fault: TransportFault) => void>();
  #closed = false;
  #lost: TransportFault | null = null;

  constructor(port: SerialPortClass, baudRate: number) {
    this.bytesPerSecond = baudRate / bitsPerByte;
    this.#port = port;
    port.on('error', (error: Error) => this.#lose(serialFaultOf(error)));
    port.on('close', () => this.#lose('lost'));
  }

  async write(bytes: Uint8Array, deadline: number): Promise<WriteResult> {
    const end = performance.now() + deadline;
    for (let at = 0; at < bytes.length; at += pieceSize) {
      if (this.#closed || this.#lost) {
        return { ok: false, fault: this.#lost ?? 'lost', sent: at > 0 ? 'some' : 'none' };
      }
      const fault = await this.#send(bytes.slice(at, at + pieceSize), end - performance.now());
      if (fault) return { ok: false, fault, sent: 'some' };
    }
    return { ok: true };
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#port.on('data', listener);
  }

  onLost(listener: (fault: TransportFault) => void): void {
    this.#lostListeners.add(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#port.isOpen) return;
    // What the system still holds must not print later as a ghost, and would hold up the closing.
    this.#port.flush(() => this.#port.close(() => undefined));
  }

  /** Resolves null once the system took it, else the fault. */
  #send(piece: Uint8Array, milliseconds: number): Promise<TransportFault | null> {
    return new Promise((resolve) => {
      const settle = (fault: TransportFault | null) => {
        clearTimeout(timer);
        this.#lostListeners.delete(settle);
        resolve(fault);
      };
      const timer = setTimeout(() => settle('timed_out'), Math.max(0, milliseconds));
      this.#lostListeners.add(settle);
      this.#port.write(Buffer.from(piece), (error) => settle(error ? serialFaultOf(error) : null));
    });
  }

  #lose(fault: TransportFault): void {
    if (this.#closed || this.#lost) return;
    this.#lost = fault;
    for (const listener of [...this.#lostListeners]) listener(fault);
    if (this.#port.isOpen) this.#port.close(() => undefined);
  }
}

/** The add-on wraps the system's error into a sentence. */
function serialFaultOf(error: Error): TransportFault {
  const message = error.message.toLowerCase();
  if (message.includes('no such') || message.includes('not found')) return 'not_found';
  if (message.includes('permission') || message.includes('denied')) return 'denied';
  if (message.includes('lock') || message.includes('busy')) return 'busy';
  return faultOf(error);
}
