/// <reference types="w3c-web-usb" />
import type { usb as Usb } from 'usb';
import {
  type OpenResult,
  openWithin,
  type PrinterLine,
  type Transport,
  type TransportFault,
  type WriteResult,
} from './transport';

/** A USB printer by its ids; `serial` tells two of a kind apart, null: the first. */
export interface UsbAddress {
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
}

export type UsbDevice = Awaited<ReturnType<typeof Usb.getDevices>>[number];

/** USB base class 07h, printers (usb.org); many Epsons say FFh, vendor specific, and take the same bytes. */
const printerClass = 0x07;
const vendorClass = 0xff;
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
 * A USB printer without the system's printer driver: claims the printer's interface, which Linux takes away from
 * usblp for so long. On Windows it needs the WinUSB driver (Zadig), else `no_driver`.
 */
export function usbTransport(address: UsbAddress): Transport {
  return { open: (deadline) => openWithin(deadline, () => openUsb(address)) };
}

async function openUsb({ vendorId, productId, serial }: UsbAddress): Promise<OpenResult> {
  const usb = await loadUsb();
  if (!usb) return { ok: false, fault: 'usb_missing' };
  let device: UsbDevice | undefined;
  try {
    device = (await usb.getDevices()).find(
      (each) =>
        each.vendorId === vendorId &&
        each.productId === productId &&
        (serial === null || each.serialNumber === serial),
    );
    const printer = device && printerInterfaceOf(device);
    if (!device || !printer) return { ok: false, fault: 'not_found' };
    await device.open();
    if (process.platform === 'linux') {
      // Refused where no driver has it.
      await device.detachKernelDriver(printer.interfaceNumber).catch(() => undefined);
    }
    await device.claimInterface(printer.interfaceNumber);
    return { ok: true, line: new UsbLine(device, printer) };
  } catch (error) {
    await device?.close().catch(() => undefined);
    return { ok: false, fault: usbFaultOf(error) };
  }
}

/** Where a printer takes bytes, and where it answers (null: it can't). */
export interface PrinterInterface {
  readonly interfaceNumber: number;
  readonly out: number;
  readonly in: number | null;
}

/** A device's interface that takes what is printed, or null where it is no printer. */
export function printerInterfaceOf(device: UsbDevice): PrinterInterface | null {
  const interfaces = device.configurations.flatMap((configuration) => configuration.interfaces);
  const found =
    interfaces.find(({ alternates }) => alternates[0]?.interfaceClass === printerClass) ??
    interfaces.find(({ alternates }) => alternates[0]?.interfaceClass === vendorClass);
  const endpoints = found?.alternates[0]?.endpoints.filter(({ type }) => type === 'bulk') ?? [];
  const out = endpoints.find(({ direction }) => direction === 'out');
  if (!found || !out) return null;
  const back = endpoints.find(({ direction }) => direction === 'in');
  return {
    interfaceNumber: found.interfaceNumber,
    out: out.endpointNumber,
    in: back?.endpointNumber ?? null,
  };
}

class UsbLine implements PrinterLine {
  readonly #device: UsbDevice;
  readonly #printer: PrinterInterface;
  readonly #dataListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #lostListeners = new Set<(fault: TransportFault) => void>();
  #closed = false;
  #lost: TransportFault | null = null;
  /** Transfers that have not ended; the add-on lets nothing be released before. */
  #underWay = 0;
  #givenBack = false;

  constructor(device: UsbDevice, printer: PrinterInterface) {
    this.#device = device;
    this.#printer = printer;
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
    void giveBack(this.#device, this.#printer.interfaceNumber);
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

async function giveBack(device: UsbDevice, interfaceNumber: number): Promise<void> {
  try {
    await device.releaseInterface(interfaceNumber);
    if (process.platform === 'linux') await device.attachKernelDriver(interfaceNumber);
  } catch {
    // It was pulled out, or the system's driver is faster.
  }
  try {
    await device.close();
  } catch {
    // It is gone.
  }
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
