import { type DialectName, dialectNames, safeProfile } from '../../electron/contract/printer-profile';
import type { PrinterStatus } from '../../electron/contract/printer-status';
import { dialects } from './dialects/dialects';
import { PrinterSession } from './printer-session';
import { statusFor, statusOf } from './status';
import type { Transport } from './transport';

/** What a printer said of itself when it was asked. */
export interface PrinterIdentity {
  /** By GS I 66 and 67; null where it doesn't say. */
  readonly maker: string | null;
  readonly model: string | null;
  /** The dialect whose question it answered, of those that nothing else answers; null: of none. */
  readonly answered: DialectName | null;
  /** It took all questions and answered none: either it can't, or it isn't well. */
  readonly saysNothing: boolean;
  /** Whether there is anything at its address; it may belong to somebody else now, or say nothing. */
  readonly isThere: boolean;
  /** How it is, or why it couldn't be asked. */
  readonly status: PrinterStatus;
}

/** Milliseconds. */
const usualOpening = 2000;
const answerFor = 1200;
/** One that told its state is there, and may be slow. */
const namesFor = 3000;
const printsNothing = Uint8Array.of(0);
/** Last what most understand. */
const askedInTurn: readonly DialectName[] = [
  ...dialectNames.filter((name) => dialects[name].isKnownByAnswer),
  safeProfile.dialect,
];

/**
 * Asks a printer who it is and how it is, by one line, since many take only one in a while, and lets go of it: some
 * six seconds at most, twice that of a clone that leaves questions unanswered, and `openFor` milliseconds to open. Prints
 * nothing. Never rejects; what can't be reached or says nothing is told in `status`.
 */
export async function identifyPrinter(
  transport: Transport,
  openFor: number = usualOpening,
): Promise<PrinterIdentity> {
  const nobody = { maker: null, model: null, answered: null, saysNothing: false, isThere: true };
  const opened = await transport.open(openFor);
  if (!opened.ok) {
    // One that turns us away is there.
    const isThere = opened.fault === 'busy' || opened.fault === 'denied' || opened.fault === 'lost';
    return { ...nobody, isThere, status: statusFor(opened.fault) };
  }
  const ignore = () => undefined;
  let heard = false;
  opened.line.onData(() => {
    heard = true;
  });
  // All listen to the same line; each hears its own dialect's answers in it.
  const sessions = askedInTurn.map((name) => ({
    name,
    session: new PrinterSession(opened.line, dialects[name], ignore, ignore),
  }));
  try {
    for (const { name, session } of sessions) {
      const condition = await session.askCondition(answerFor);
      if (!condition) continue;
      const names = await session.askNames(namesFor);
      const answered = dialects[name].isKnownByAnswer ? name : null;
      return { ...names, answered, saysNothing: false, isThere: true, status: statusOf(condition) };
    }
    const { ok: takes } = await opened.line.write(printsNothing, answerFor);
    return { ...nobody, saysNothing: takes && !heard, status: statusFor('timed_out') };
  } finally {
    opened.line.close();
  }
}
