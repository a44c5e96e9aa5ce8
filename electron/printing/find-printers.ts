import {
  findAttachedPrinters,
  identifyCandidate,
  isRange,
  networkTargets,
  type PrinterCandidate,
} from '../../native/printer/find-printers';
import type { PrinterIdentity } from '../../native/printer/identify-printer';
import { profileFor } from '../../native/printer/profile-for';
import { devicesMeant } from '../../native/printer/usb-address';
import { knownProfiles } from '../contract/printer-profile';
import {
  formatPrinterTarget,
  hexadecimal,
  parsePrinterTarget,
  type ReachableTarget,
} from '../contract/printer-target';
import type { FoundPrinter, FoundPrinters, PrinterSearch } from '../contract/printers';
import type { PooledPrinter } from './printer-pool';

/**
 * Looks for printers: attached to this machine, and answering at these addresses. Each is asked who it is, except serial
 * ports, behind which anything may be, printers of Windows' spooler, which can't say, and those that Antre prints on
 * already, whose state is known. Takes some ten seconds at most, on Windows some thirty; never rejects.
 */
export async function findPrinters(
  search: PrinterSearch,
  inUse: readonly PooledPrinter[],
): Promise<FoundPrinters> {
  const [attached, answering] = await Promise.all([
    search.attached ? findAttachedPrinters() : { candidates: [], unsearched: [] },
    findOnNetwork(search.addresses, inUse),
  ]);
  const used = usedBy(attached.candidates, inUse);
  const printers = await Promise.all(
    attached.candidates.map((candidate) => findOut(candidate, used.get(candidate))),
  );
  return { printers: [...printers, ...answering], unsearched: [...attached.unsearched] };
}

async function findOnNetwork(
  addresses: readonly string[],
  inUse: readonly PooledPrinter[],
): Promise<FoundPrinter[]> {
  const targets = addresses.flatMap((entry) =>
    networkTargets(entry).map((target) => ({ target, inRange: isRange(entry) })),
  );
  const found = await Promise.all(
    targets.map(async ({ target, inRange }) => {
      const candidate = { ...nothingKnown, target };
      const pooled = inUse.find((each) => each.target === formatPrinterTarget(target));
      if (pooled) return [describe(candidate, pooled, null)];
      const asked = await identifyCandidate(candidate);
      // Whatever turns connections away at a port is a computer, unless somebody says that it is a printer.
      const isPrinter = asked.isThere && !(inRange && asked.status.cause === 'busy');
      return isPrinter ? [describe(candidate, undefined, asked)] : [];
    }),
  );
  return found.flat();
}

const nothingKnown = {
  maker: null,
  model: null,
  vendorId: null,
  productId: null,
  serial: null,
  deviceFile: null,
};

/** Asks a candidate who it is, where it can say, unless it is one that Antre prints on already: `pooled`. */
async function findOut(
  candidate: PrinterCandidate,
  pooled: PooledPrinter | undefined,
): Promise<FoundPrinter> {
  const { kind } = candidate.target;
  const canBeAsked = pooled === undefined && kind !== 'serial' && kind !== 'spooler';
  return describe(candidate, pooled, canBeAsked ? await identifyCandidate(candidate) : null);
}

function describe(
  candidate: PrinterCandidate,
  pooled: PooledPrinter | undefined,
  asked: PrinterIdentity | null,
): FoundPrinter {
  const { kind } = candidate.target;
  const target = formatPrinterTarget(candidate.target);
  const maker = asked?.maker ?? candidate.maker;
  const model = asked?.model ?? candidate.model;
  const { vendorId, productId, serial } = candidate;
  return {
    target: pooled?.target ?? target,
    kind,
    maker,
    model,
    usbIds:
      vendorId === null || productId === null ? null : `${hexadecimal(vendorId)}:${hexadecimal(productId)}`,
    serial,
    status: pooled?.printer.status ?? asked?.status ?? null,
    usedAs: pooled?.name ?? null,
    steadyTarget: pooled ? steadierTarget(pooled, candidate) : null,
    profile:
      pooled?.profile ??
      knownProfiles[
        profileFor({
          maker,
          model,
          vendorId,
          answered: asked?.answered ?? null,
          saysNothing: asked?.saysNothing ?? false,
        })
      ],
  };
}

/** Which candidates are printed on already: one printer may be written in several ways. */
function usedBy(
  candidates: readonly PrinterCandidate[],
  inUse: readonly PooledPrinter[],
): ReadonlyMap<PrinterCandidate, PooledPrinter> {
  const usb = candidates.flatMap((candidate) =>
    candidate.target.kind === 'usb' ? [{ ...candidate.target, candidate }] : [],
  );
  const pool = inUse.map((pooled) => ({ pooled, target: parsePrinterTarget(pooled.target) }));
  const used = new Map<PrinterCandidate, PooledPrinter>();
  for (const { pooled, target } of pool) {
    const others = pool.flatMap((each) =>
      each.pooled !== pooled && each.target?.kind === 'usb' ? [each.target] : [],
    );
    const candidate =
      target?.kind === 'usb'
        ? devicesMeant(target, usb, others)[0]?.candidate
        : candidates.find((each) => leadsTo(target, pooled, each));
    if (candidate) used.set(candidate, pooled);
  }
  return used;
}

function leadsTo(
  target: ReachableTarget | undefined,
  pooled: PooledPrinter,
  { target: found, deviceFile }: PrinterCandidate,
): boolean {
  if (target?.kind === 'file') return target.path === deviceFile;
  if (target?.kind === 'serial' && found.kind === 'serial')
    return target.path === found.path || target.path === deviceFile;
  return pooled.target === formatPrinterTarget(found);
}

/** The address to use a printer by instead, where its own may come to mean another one; else null. */
function steadierTarget(pooled: PooledPrinter, { target: found }: PrinterCandidate): string | null {
  const used = parsePrinterTarget(pooled.target);
  if (!used) return null;
  // The speed of a serial line is nothing that can be found.
  const steady =
    used.kind === 'serial' && found.kind === 'serial' ? { ...found, baudRate: used.baudRate } : found;
  const target = formatPrinterTarget(steady);
  return target === formatPrinterTarget(used) ? null : target;
}
