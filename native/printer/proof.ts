import type { StatusDialect } from '../../electron/contract/printer-profile';
import { canPrint } from '../../electron/contract/printer-status';
import type { PrintOutcome } from './printer';
import type { PrinterSession } from './printer-session';
import { statusOf } from './status';

/** GS r 1. */
const askProcessed = Uint8Array.of(0x1d, 0x72, 0x01);

/** GS ( H function 48: answer with this id of four characters once everything before it is printed. */
function askPrinted(id: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1'));
}

/** By what a printer can prove that a ticket came out. */
export type Capability = 'function_h' | 'gs_r' | 'status';

/**
 * The questions that end a ticket, for a printer of that capability; `unknown` asks in every way that printers of
 * that dialect understand: others would print GS ( H as text.
 */
export function proofRequest(
  id: string,
  capability: Capability | 'unknown',
  dialect: StatusDialect,
): Uint8Array {
  if (dialect === 'silent') return new Uint8Array();
  switch (capability) {
    case 'function_h':
      return askPrinted(id);
    case 'gs_r':
      return askProcessed;
    default:
      return dialect === 'epson' ? Buffer.concat([askPrinted(id), askProcessed]) : askProcessed;
  }
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
