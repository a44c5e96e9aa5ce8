import { type SerialAddress, serialTransport } from '../printer/serial-transport';
import type { PrinterLine, TransportFault } from '../printer/transport';
import { type Scanned, ScannedLine } from './scanned-line';

/** How a scanner at a serial port is. `garbled`: it sends what is no text, most often at another speed. */
export type SerialScannerState = 'working' | 'garbled' | 'gone' | 'denied' | 'busy' | 'unavailable';

export interface SerialScannerParts {
  readonly address: SerialAddress;
  /** A code was scanned; an empty text where what came could not be read. */
  onScan(text: string): void;
  onState(state: SerialScannerState): void;
}

const openWithinMs = 5_000;
/** A port that comes and goes with its cable is tried that often; ports can't be waited for. */
const tryEveryMs = 2_000;
/** A code whose scanner adds no end is over after that; at 9600 baud a character takes a millisecond. */
const silenceMs = 250;

/**
 * Listens to a scanner at a serial port, and goes on doing so whenever it is there. The add-on for serial ports is
 * loaded by the first one that is made. Nothing here throws or rejects: what is wrong is a state.
 */
export class SerialScanner {
  readonly #parts: SerialScannerParts;
  #line: PrinterLine | null = null;
  #state: SerialScannerState | null = null;
  #trying: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(parts: SerialScannerParts) {
    this.#parts = parts;
    void this.#try();
  }

  /** Null until it was looked for. */
  get state(): SerialScannerState | null {
    return this.#state;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#trying);
    this.#line?.close();
    this.#line = null;
  }

  async #try(): Promise<void> {
    const opened = await serialTransport(this.#parts.address).open(openWithinMs);
    if (this.#stopped) {
      if (opened.ok) opened.line.close();
      return;
    }
    if (opened.ok) {
      this.#line = opened.line;
      this.#listen(opened.line);
      this.#become('working');
    } else this.#lose(opened.fault);
  }

  #listen(line: PrinterLine): void {
    const scanned = new ScannedLine();
    let silence: NodeJS.Timeout | undefined;
    line.onData((bytes) => {
      clearTimeout(silence);
      silence = setTimeout(() => this.#tell(scanned.end()), silenceMs);
      this.#tell(scanned.take(bytes));
    });
    line.onLost((fault) => {
      clearTimeout(silence);
      if (this.#stopped) return;
      this.#line = null;
      this.#lose(fault);
    });
  }

  #tell(scanned: readonly Scanned[]): void {
    if (this.#stopped) return;
    for (const each of scanned) {
      this.#become(each.kind === 'code' ? 'working' : 'garbled');
      this.#parts.onScan(each.kind === 'code' ? each.text : '');
    }
  }

  #lose(fault: TransportFault): void {
    this.#become(stateAfter(fault));
    this.#trying = setTimeout(() => void this.#try(), tryEveryMs);
  }

  #become(state: SerialScannerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.onState(state);
  }
}

function stateAfter(fault: TransportFault): SerialScannerState {
  if (fault === 'denied' || fault === 'busy') return fault;
  return fault === 'serial_missing' ? 'unavailable' : 'gone';
}
