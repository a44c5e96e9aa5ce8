/** How a hall that lives in a date of the future is led back to the true one. Pure; moments in milliseconds since 1970 UTC. */

const day = 86_400_000;
/** Stamps that are no further ahead are of clocks that were corrected by little. */
export const littleAhead = 10 * 60_000;

/** A ticket of a business date that has not come yet. */
export interface WrongTicket {
  readonly id: number;
  readonly businessDate: string;
  readonly prefix: string;
  readonly sequence: number;
  readonly issuedAt: number;
  /** Its holder is still in the hall. */
  readonly isAlive: boolean;
}

/** Numbers of one prefix on one date that were rightly given. */
export interface GivenNumbers {
  readonly numbers: ReadonlySet<number>;
  readonly last: number;
}

export interface LeadBackPlan {
  /** Where each ticket belongs; those with another number than on their paper are no longer in the hall. */
  readonly moves: readonly {
    readonly id: number;
    readonly businessDate: string;
    readonly sequence: number;
  }[];
  /** The highest number of each prefix on each date that a ticket was moved to. */
  readonly last: readonly {
    readonly businessDate: string;
    readonly prefix: string;
    readonly number: number;
  }[];
  /** Of holders who still wait, with a number that was given on the true date too. While there is any, nothing is moved. */
  readonly clashing: readonly WrongTicket[];
  /** How many got another number. */
  readonly renumbered: number;
}

/**
 * By how much the clock was ahead, in whole days, where nobody wrote it down: so that the newest stamp of the future falls
 * before the first right one that was written after it (or now, where there is none).
 */
export function daysAhead(newestStamp: number, writtenBefore: number): number {
  return Math.max(0, Math.ceil((newestStamp - writtenBefore) / day)) * day;
}

/** When something truly was: a stamp of the future is put back by what the clock was ahead, and never stays in the future. */
export function trueMoment(stamp: number, now: number, ahead: number): number {
  return stamp <= now + littleAhead ? Math.min(stamp, now) : Math.min(now, stamp - ahead);
}

/**
 * Finds each ticket its true date and a number that nobody else has there. Paper isn't printed anew: who still waits keeps
 * the number; of the others, one whose number the true date had given already gets the next free one.
 */
export function planLeadBack(
  tickets: readonly WrongTicket[],
  today: string,
  trueDate: (ticket: WrongTicket) => string,
  given: (businessDate: string, prefix: string) => GivenNumbers,
): LeadBackPlan {
  const lines = new Map<string, { businessDate: string; prefix: string; taken: Set<number>; last: number }>();
  const lineOf = (businessDate: string, prefix: string) => {
    const key = `${businessDate} ${prefix}`;
    let line = lines.get(key);
    if (!line) {
      const { numbers, last } = given(businessDate, prefix);
      line = { businessDate, prefix, taken: new Set(numbers), last };
      lines.set(key, line);
    }
    return line;
  };
  const moves: { id: number; businessDate: string; sequence: number }[] = [];
  const clashing: WrongTicket[] = [];
  const renumber: WrongTicket[] = [];
  const byNeed = [...tickets].sort((a, b) => Number(b.isAlive) - Number(a.isAlive) || a.id - b.id);
  for (const ticket of byNeed) {
    const line = lineOf(trueDate(ticket), ticket.prefix);
    if (!line.taken.has(ticket.sequence)) {
      line.taken.add(ticket.sequence);
      line.last = Math.max(line.last, ticket.sequence);
      moves.push({ id: ticket.id, businessDate: line.businessDate, sequence: ticket.sequence });
    } else if (ticket.isAlive && line.businessDate === today) clashing.push(ticket);
    else renumber.push(ticket);
  }
  for (const ticket of renumber) {
    const line = lineOf(trueDate(ticket), ticket.prefix);
    line.last += 1;
    line.taken.add(line.last);
    moves.push({ id: ticket.id, businessDate: line.businessDate, sequence: line.last });
  }
  const last = [...lines.values()].map(({ businessDate, prefix, last: number }) => ({
    businessDate,
    prefix,
    number,
  }));
  return { moves, last, clashing, renumbered: renumber.length };
}
