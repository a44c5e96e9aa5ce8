import {
  findAttachedPrinters,
  identifyCandidate,
  isThere,
  networkTargets,
  type PrinterCandidate,
} from '../../native/printer/find-printers';
import { profileFor } from '../../native/printer/profile';
import { formatPrinterTarget, hexadecimal } from '../contract/printer-target';
import type { FoundPrinter, FoundPrinters } from '../contract/printers';
import type { Outlet } from './outlets';

/**
 * Looks for printers: attached to this machine, and answering at these addresses. Each is asked who it is, except
 * serial ports, behind which anything may be, printers of Windows' spooler, which can't say, and those that Antre prints on already, whose state is known.
 * Takes some ten seconds at most; never rejects.
 */
export async function findPrinters(
  addresses: readonly string[],
  inUse: readonly Outlet[],
): Promise<FoundPrinters> {
  const [attached, answering] = await Promise.all([findAttachedPrinters(), findOnNetwork(addresses, inUse)]);
  const printers = await Promise.all(
    [...attached.candidates, ...answering].map((candidate) => describe(candidate, inUse)),
  );
  return { printers, unsearched: [...attached.unsearched] };
}

async function findOnNetwork(
  addresses: readonly string[],
  inUse: readonly Outlet[],
): Promise<PrinterCandidate[]> {
  const targets = addresses.flatMap(networkTargets);
  const there = await Promise.all(
    targets.map(async (target) => {
      const used = inUse.some((outlet) => outlet.target === formatPrinterTarget(target));
      return used || (await isThere(target)) ? [target] : [];
    }),
  );
  return there.flat().map((target) => ({
    target,
    maker: null,
    model: null,
    vendorId: null,
    productId: null,
    serial: null,
  }));
}

async function describe(candidate: PrinterCandidate, inUse: readonly Outlet[]): Promise<FoundPrinter> {
  const { kind } = candidate.target;
  const canBeAsked = kind !== 'serial' && kind !== 'spooler';
  const target = formatPrinterTarget(candidate.target);
  const outlet = inUse.find((each) => isSame(each.target, candidate));
  const asked = outlet || !canBeAsked ? null : await identifyCandidate(candidate);
  const maker = asked?.maker ?? candidate.maker;
  const model = asked?.model ?? candidate.model;
  const { vendorId, productId, serial } = candidate;
  return {
    target: outlet?.target ?? target,
    kind,
    maker,
    model,
    usbIds:
      vendorId === null || productId === null ? null : `${hexadecimal(vendorId)}:${hexadecimal(productId)}`,
    serial,
    status: outlet?.printer.status ?? asked?.status ?? null,
    usedAs: outlet?.name ?? null,
    profile:
      outlet?.profile ??
      profileFor({ maker, model, vendorId, answersCustomStatus: asked?.answersCustomStatus ?? false })
        .profile,
  };
}

/** One printer has several addresses: with its serial number or without, by USB or as a device file. */
function isSame(target: string, candidate: PrinterCandidate): boolean {
  if (target === formatPrinterTarget(candidate.target)) return true;
  if (candidate.vendorId === null || candidate.productId === null) return false;
  const ids = `usb:${hexadecimal(candidate.vendorId)}:${hexadecimal(candidate.productId)}`;
  if (target === ids || target === `${ids}:${candidate.serial}`) return true;
  const { target: own } = candidate;
  return own.kind === 'serial' && target.startsWith(`serial:${own.path}?`);
}
