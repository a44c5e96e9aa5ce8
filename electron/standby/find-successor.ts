import { readMainMachine } from '../store/main-machine';
import type { Reader } from '../store/store';
import { askEpoch } from './proofs';

/** Another machine has taken over while this one was off: it serves the hall no more. */
export class HallMoved extends Error {
  override name = 'HallMoved';
  constructor(readonly hub: string) {
    super(`another machine is the main one of this hall: ${hub}`);
  }
}

const withinMs = 2_000;

/** Asks the standby, where there is one, whether it took over; null also where it doesn't answer. */
export async function findSuccessor(
  reader: Reader,
): Promise<{ readonly epoch: number; readonly hub: string } | null> {
  const { epoch, secret, standbyAddress } = readMainMachine(reader);
  if (standbyAddress === null) return null;
  const found = await askEpoch(standbyAddress, { key: secret, isDevice: false }, withinMs);
  return found !== null && found > epoch ? { epoch: found, hub: standbyAddress } : null;
}
