/// <reference types="w3c-web-usb" />
import type { usb as Usb } from 'usb';
import type { OpenResult, PrinterLine, TransportFault, WriteResult } from './transport';

export type UsbDevice = Awaited<ReturnType<typeof Usb.getDevices>>[number];

/** USB base class 07h, printers (usb.org). */
const printerClass = 0x07;
/** FFh, vendor specific: many printers of these makers say so, and take the same bytes. Of other makers it may be anything. */
const vendorClass = 0xff;
/** usb.org: Seiko Epson, Star Micronics, Custom Engineering, Bixolon, SNBC, Citizen. */
const makersOfPrinters: readonly number[] = [0x04b8, 0x0519, 0x0dd4, 0x1504, 0x154f, 0x1d90];
/** The kernel's driver of USB printers. */
const printerDriver = 'usblp';
/** Milliseconds that one question for incoming bytes waits; a pulled cable ends it at once. */
const readFor = 500;
const readSize = 512;
const emptyPause = 20;
/** A transfer that was cut off can't tell how much of it left, so that long tickets go in pieces. */
const pieceSize = 4096;

/** Loads the add-on when it is first needed, so that a machine on which it doesn't load starts all the same. */
export async function loadUsb(): Promise<typeof Usb | null> {
  try {
    return (await import('usb')).usb;
  } catch {
    return null;
  }
}

/**
 * A line to a USB printer without the system's printer driver: claims the printer's interface. `driver`: which of the
 * system's drivers has that interface now, as Linux names it; null: none. From usblp it is taken for so long and given
 * back after; another one keeps it (`busy`). On Windows it needs the WinUSB driver (Zadig), else `no_driver`.
 */
export async function claimUsbPrinter(
  device: UsbDevice,
  printer: PrinterInterface,
  driver: string | null,
): Promise<OpenResult> {
  if (driver !== null && driver !== printerDriver) return { ok: false, fault: 'busy' };
  let taken = false;
  try {
    await device.open();
    if (driver !== null) {
      await device.detachKernelDriver(printer.interfaceNumber);
      taken = true;
    }
    await device.claimInterface(printer.interfaceNumber);
    return { ok: true, line: new UsbLine(device, printer, taken) };
  } catch (error) {
    await giveBack(device, printer.interfaceNumber, taken);
    return { ok: false, fault: usbFaultOf(error) };
  }
}

/** Where a printer takes bytes, and where it answers (null: it can't). */
export interface PrinterInterface {
  readonly interfaceNumber: number;
  readonly out: number;
  readonly in: number | null;
}

/**
 * A device's interface that takes what is printed, or null where there is none. `isPrinter`: whether it says that it is
 * a printer, or its maker makes printers; else it may be anything, and is one only where somebody chose it as one.
 */
export function printerInterfaceOf(
  device: UsbDevice,
): { readonly printer: PrinterInterface; readonly isPrinter: boolean } | null {
  const interfaces = device.configurations.flatMap((configuration) => configuration.interfaces);
  const ofClass = (wanted: number) =>
    interfaces.find(({ alternates }) => alternates[0]?.interfaceClass === wanted);
  const declared = ofClass(printerClass);
  const found = declared ?? ofClass(vendorClass);
  const endpoints = found?.alternates[0]?.endpoints.filter(({ type }) => type === 'bulk') ?? [];
  const out = endpoints.find(({ direction }) => direction === 'out');
  if (!found || !out) return null;
  const back = endpoints.find(({ direction }) => direction === 'in');
  const printer = {
    interfaceNumber: found.interfaceNumber,
    out: out.endpointNumber,
    in: back?.endpointNumber ?? null,
  };
  return { printer, isPrinter: declared !== undefined || makersOfPrinters.includes(device.vendorId) };
}

class UsbLine implements PrinterLine {
  readonly #device: UsbDevice;
  readonly #printer: PrinterInterface;
  /** Whether the system's driver had it before. */
  readonly #taken: boolean;
  readonly #dataListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #lostListeners = new Set<(fault: TransportFault) => void>();
  #closed = false;
  #lost: TransportFault | null = null;
  /** Transfers that have not ended; the add-on lets nothing be released before. */
  #underWay = 0;
  #givenBack = false;

  constructor(device: UsbDevice, printer: PrinterInterface, taken: boolean) {
    this.#device = device;
    this.#printer = printer;
    this.#taken = taken;
    if (printer.in !== null) void this.#read(printer.in);
  }

  async write(bytes: Uint8Array, deadline: number): Promise<WriteResult> {
    const end = performance.now() + deadline;
    let at = 0;
    while (at < bytes.length) {
      if (this.#closed || this.#lost) {
        return { ok: false, fault: this.#lost ?? 'lost', sent: at > 0 ? 'some' : 'none' };
      }
      const piece = bytes.slice(at, at + pieceSize);
      const outcome = await this.#send(piece, end - performance.now());
      if (outcome !== 'sent') {
        // A first piece that was refused whole may still have left in part.
        return { ok: false, fault: outcome, sent: 'some' };
      }
      at += piece.length;
    }
    return { ok: true };
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
    this.#letGoWhenIdle();
  }

  /** Gives the interface back to the system, so that another program, or usblp, can have it. */
  #letGoWhenIdle(): void {
    const isOver = this.#closed || this.#lost !== null;
    if (!isOver || this.#underWay > 0 || this.#givenBack) return;
    this.#givenBack = true;
    void giveBack(this.#device, this.#printer.interfaceNumber, this.#taken);
  }

  async #transfer<Result>(begin: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1;
    try {
      return await begin();
    } finally {
      this.#underWay -= 1;
      this.#letGoWhenIdle();
    }
  }

  #send(piece: Uint8Array, milliseconds: number): Promise<'sent' | TransportFault> {
    return new Promise((resolve) => {
      const lost = (fault: TransportFault) => settle(fault);
      const timer = setTimeout(() => settle('timed_out'), Math.max(0, milliseconds));
      const settle = (outcome: 'sent' | TransportFault) => {
        clearTimeout(timer);
        this.#lostListeners.delete(lost);
        resolve(outcome);
      };
      this.#lostListeners.add(lost);
      const deadline = Math.max(1, Math.ceil(milliseconds));
      this.#transfer(() => this.#device.nativeTransferOut(this.#printer.out, deadline, piece)).then(
        (written) => settle(written === piece.length ? 'sent' : 'lost'),
        (error: unknown) => {
          const fault = usbFaultOf(error);
          if (fault !== 'timed_out') this.#lose(fault);
          settle(fault);
        },
      );
    });
  }

  async #read(endpoint: number): Promise<void> {
    while (!this.#closed && !this.#lost) {
      try {
        const bytes = await this.#transfer(() => this.#device.nativeTransferIn(endpoint, readFor, readSize));
        if (!bytes || bytes.length === 0) {
          // Some printers answer with empty packets without end.
          await new Promise((resolve) => setTimeout(resolve, emptyPause));
          continue;
        }
        for (const listener of this.#dataListeners) listener(bytes);
      } catch (error) {
        if (usbFaultOf(error) === 'timed_out') continue;
        this.#lose(usbFaultOf(error));
      }
    }
  }

  #lose(fault: TransportFault): void {
    if (this.#closed || this.#lost) return;
    this.#lost = fault;
    for (const listener of [...this.#lostListeners]) listener(fault);
    this.#letGoWhenIdle();
  }
}

/** Never rejects. `taken`: the system's driver is to have it again. */
async function giveBack(device: UsbDevice, interfaceNumber: number, taken: boolean): Promise<void> {
  // Each fails where it was pulled out, or was not claimed or opened at all; the next is tried all the same.
  await device.releaseInterface(interfaceNumber).catch(() => undefined);
  if (taken) await device.attachKernelDriver(interfaceNumber).catch(() => undefined);
  await device.close().catch(() => undefined);
}

/** The fault that an error of the add-on stands for; it tells them apart by their messages alone. */
function usbFaultOf(error: unknown): TransportFault {
  const message = error instanceof Error ? error.message.toLowerCase() : '';
  if (message.includes('denied')) return 'denied';
  if (message.includes('busy')) return 'busy';
  if (message.includes('timed out') || message.includes('timeout') || message.includes('cancel'))
    return 'timed_out';
  if (message.includes('supported') || message.includes('driver')) return 'no_driver';
  if (message.includes('not found')) return 'not_found';
  return 'lost';
}
