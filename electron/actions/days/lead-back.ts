import { daysAhead, type LeadBackPlan, littleAhead, planLeadBack, trueMoment } from '../../queue/lead-back';
import { epochDayOf, formatEpochDay, localEpochDay, startOfDay } from '../../queue/local-day';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { query, type Reader } from '../../store/store';
import { holidaysOf } from '../../store/survey';
import {
  dateTheRest,
  forgetSums,
  futureStamps,
  isPurged,
  linesAfter,
  moveTicket,
  newestDateUntil,
  numbersOf,
  putStampsBack,
  setLines,
  ticketsAfter,
} from '../../store/wrong-dates';
import { complaintDeadline } from '../../survey/complaint-deadline';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/** Days that a hall without an earlier number can have been in a wrong date. */
const longestAstray = 366;

/** What leading the hall back to the date of a moment comes to. */
export interface LeadBack extends LeadBackPlan {
  /** The true date. */
  readonly date: string;
  /** Milliseconds by which stamps of the future are put back. */
  readonly ahead: number;
  readonly tickets: number;
  readonly waiting: number;
  /** The dates that tickets are moved to. */
  readonly dates: readonly string[];
}

/**
 * Finds what leading the hall back to the date of `now` would do; null where no number was given on a later date. `ahead`:
 * by how many milliseconds the clock had been ahead, 0 where nobody knows.
 */
export function findLeadBack(
  reader: Reader,
  hall: Pick<Hall, 'settings'>,
  now: number,
  ahead: number,
): LeadBack | null {
  const { timezone } = hall.settings;
  const dateOf = (moment: number) => formatEpochDay(localEpochDay(moment, timezone));
  const date = dateOf(now);
  const lines = linesAfter(reader, date);
  const tickets = ticketsAfter(reader, date);
  if (lines.length === 0 && tickets.length === 0) return null;
  const stamps = futureStamps(reader, date, now + littleAhead);
  const known =
    ahead > 0 || stamps.newest === null ? ahead : daysAhead(stamps.newest, Math.min(now, stamps.next ?? now));
  // Whatever a stamp says, it was written after the last number that was rightly dated.
  const earliest = newestDateUntil(reader, date) ?? formatEpochDay(epochDayOf(date) - longestAstray);
  const trueDate = ({ issuedAt }: { readonly issuedAt: number }) => {
    return [earliest, dateOf(trueMoment(issuedAt, now, known))].sort()[1] ?? date;
  };
  const plan = planLeadBack(tickets, date, trueDate, (day, prefix) => numbersOf(reader, day, prefix));
  // Numbers whose tickets are elsewhere now (in what a restored copy replaced) stay given too.
  const onlyHere = lines.filter((line) =>
    tickets.every(
      (ticket) =>
        ticket.businessDate !== line.businessDate ||
        ticket.prefix !== line.prefix ||
        trueDate(ticket) === date,
    ),
  );
  return {
    ...plan,
    last: [
      ...plan.last,
      ...onlyHere.map(({ prefix, lastNumber }) => ({ businessDate: date, prefix, number: lastNumber })),
    ],
    date,
    ahead: known,
    tickets: tickets.length,
    waiting: tickets.filter(({ isAlive }) => isAlive).length,
    dates: [...new Set(plan.moves.map(({ businessDate }) => businessDate))].sort(),
  };
}

/**
 * Leads a hall that lives in a date of the future back to the date of the present moment: its tickets, with their steps and
 * events, get the dates on which they truly were and stamps that have been; no number is given twice; the dates concerned are
 * summed anew. Returns what was done, or null where there was nothing. Refuses `in_use` while somebody waits whose number was
 * given on the true date too.
 */
export function leadBack(context: ActionContext, ahead: number): LeadBack | null {
  const { transaction, hall, now } = context;
  const found = findLeadBack(transaction, hall, now, ahead);
  if (found === null) return null;
  if (found.clashing.length > 0) {
    throw new Refusal('in_use', {
      errors: [{ path: '', fault: fieldFault('number_would_clash') }],
    });
  }
  const { date, dates, moves, last } = found;
  const again = dates.filter((each) => !isPurged(transaction, each));
  const late = transaction.all(
    query.selectFrom('complaints').select(['code', 'kind']).where('businessDate', '>', date),
  );
  putStampsBack(transaction, { date, now, ahead: found.ahead, limit: now + littleAhead });
  for (const move of moves) moveTicket(transaction, move);
  dateTheRest(transaction, date, daysOf([date, ...dates], date, hall.settings.timezone));
  for (const { code, kind } of late) {
    const dueDate = complaintDeadline(date, kind, holidaysOf(hall));
    transaction.run(query.updateTable('complaints').set({ dueDate }).where('code', '=', code));
  }
  setLines(transaction, date, last);
  forgetSums(transaction, date, again);
  transaction.announce({ kind: 'configuration' });
  transaction.announce({ kind: 'replaced' });
  return found;
}

/** The days from the first of some to a last one, with the moments between which each lies; the last has no end. */
function daysOf(dates: readonly string[], lastDate: string, timezone: string) {
  const first = epochDayOf([...dates].sort()[0] ?? lastDate);
  const last = epochDayOf(lastDate);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const businessDate = formatEpochDay(first + at);
    const from = first + at === first ? 0 : startOfDay(businessDate, timezone);
    const to =
      first + at === last ? Number.MAX_SAFE_INTEGER : startOfDay(formatEpochDay(first + at + 1), timezone);
    return { businessDate, from, to };
  });
}
