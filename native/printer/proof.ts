import { canPrint, type PrinterProof, printerProofs } from '../../electron/contract/printer-status';
import type { Dialect } from './dialects/dialect';
import type { PrintOutcome } from './printer';
import type { PrinterSession } from './printer-session';
import { statusOf } from './status';

/** By what a printer can prove that a ticket came out. */
export type Capability = PrinterProof | 'status';

/** The questions that end a ticket, for a printer of that capability; `unknown` asks all that the dialect knows. */
export function proofRequest(
  id: string,
  capability: Capability | 'unknown',
  { proofs }: Pick<Dialect, 'proofs'>,
): Uint8Array {
  const asked = capability === 'unknown' || capability === 'status' ? printerProofs : [capability];
  return Buffer.concat(asked.flatMap((proof) => proofs[proof]?.(id) ?? []));
}

/**
 * Waits for the proof of a ticket that was sent whole, until `end`; its last byte is at the printer at `arrival` (both by
 * `performance.now()`). A printer that can't prove anything is asked how it is once it has everything. Milliseconds:
 * `watch` between two looks, `answer` for a status, `grace` for a proof to come still once the printer can't print or
 * has said that it is well.
 */
export async function awaitProof(
  session: PrinterSession,
  asked: {
    readonly id: string;
    readonly capability: Capability;
    readonly arrival: number;
    readonly end: number;
  },
  times: { readonly watch: number; readonly answer: number; readonly grace: number },
): Promise<PrintOutcome> {
  const { id, capability, arrival, end } = asked;
  const left = () => end - performance.now();
  const isProved = () => session.isPrinted(id) || (capability === 'gs_r' && session.processed > 0);
  const isWell = () => session.condition !== null && canPrint(statusOf(session.condition));
  const canProve = capability !== 'status';
  while (!isProved() && left() > 0) {
    // One that is taken to be well unasked says so while the system still holds most of the ticket.
    const wait = canProve
      ? Math.min(times.watch, left())
      : Math.max(times.grace, arrival - performance.now());
    await session.waitFor(() => isProved() || !isWell(), wait);
    if (isProved()) break;
    if (session.lost) return { kind: 'uncertain', reason: 'the line was lost' };
    if (!isWell()) {
      // It may have come out whole all the same: paper that ends just behind it.
      await session.waitFor(isProved, times.grace);
      if (isProved()) break;
      const state = session.condition ? statusOf(session.condition).state : 'offline';
      return { kind: 'uncertain', reason: `the printer stopped: ${state}` };
    }
    // On a slow line the question waits behind the ticket, which the system took at once and sends by and by.
    const after = await session.askCondition(times.answer + Math.max(0, arrival - performance.now()));
    if (isProved()) break;
    if (!after) {
      return { kind: 'uncertain', reason: session.lost ? 'the line was lost' : 'the printer fell silent' };
    }
    if (!canProve && canPrint(statusOf(after))) return { kind: 'unconfirmed' };
  }
  if (session.isPrinted(id)) return { kind: 'printed', proof: 'function_h' };
  if (!isProved()) return { kind: 'uncertain', reason: 'no proof in time' };
  const after = await session.askCondition(times.answer);
  if (session.processed === 1) return { kind: 'printed', proof: 'gs_r' };
  // Several bytes that look like the one answer: none can be trusted.
  return after && canPrint(statusOf(after))
    ? { kind: 'unconfirmed' }
    : { kind: 'uncertain', reason: 'the answers make no sense' };
}
