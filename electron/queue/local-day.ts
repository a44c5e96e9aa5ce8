import { DateTime, IANAZone } from 'luxon';

/** Local days are counted from 1970-01-01 (day 0), so that a calendar step is plus one, whatever clocks do. */

const minute = 60_000;
const day = 24 * 60 * minute;

/** `2026-11-24` → days since 1970-01-01. */
export function epochDayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}

/** Days since 1970-01-01 → `2026-11-24`. */
export function formatEpochDay(epochDay: number): string {
  return new Date(epochDay * day).toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(epochDay: number): number {
  // 1970-01-01 was a Thursday.
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The day that the calendar on the wall shows at a moment. */
export function localEpochDay(moment: number, timezone: string): number {
  return Math.floor((moment + offset(moment, timezone)) / day);
}

/** The moment at which a local day, `2026-11-24`, begins. */
export function startOfDay(date: string, timezone: string): number {
  return DateTime.fromISO(date, { zone: timezone }).startOf('day').toMillis();
}

/** Minutes since midnight that the clock on the wall shows at a moment. */
export function localMinutes(moment: number, timezone: string): number {
  const local = moment + offset(moment, timezone);
  return Math.floor((local - Math.floor(local / day) * day) / minute);
}

/**
 * The moments at which the wall clock of a local day reads within the spans (minutes since midnight), in order.
 * Where clocks are put back, an hour that comes twice counts both times; one that is skipped, never.
 */
export function dayInstants(
  spans: readonly { readonly from: number; readonly to: number }[],
  epochDay: number,
  timezone: string,
): { readonly from: number; readonly to: number }[] {
  const midnight = epochDay * day;
  const intervals = stretches(midnight, timezone).flatMap((stretch) =>
    spans.map((span) => ({
      from: Math.max(stretch.from, midnight + span.from * minute - stretch.offset),
      to: Math.min(stretch.to, midnight + span.to * minute - stretch.offset),
    })),
  );
  const merged: { from: number; to: number }[] = [];
  for (const interval of intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && interval.from <= last.to) last.to = Math.max(last.to, interval.to);
    else merged.push(interval);
  }
  return merged;
}

/** The zone's stretches of constant offset around a local day: one, or two with the change of clocks between. */
function stretches(
  midnight: number,
  timezone: string,
): { readonly from: number; readonly to: number; readonly offset: number }[] {
  // No zone is more than 15 hours from UTC, and none changes its clocks twice within three days.
  let before = midnight - 15 * 60 * minute;
  let after = midnight + day + 15 * 60 * minute;
  const first = offset(before, timezone);
  const second = offset(after, timezone);
  if (first === second) return [{ from: -Infinity, to: Infinity, offset: first }];
  while (after - before > minute) {
    const middle = before + Math.floor((after - before) / 2 / minute) * minute;
    if (offset(middle, timezone) === first) before = middle;
    else after = middle;
  }
  return [
    { from: -Infinity, to: after, offset: first },
    { from: after, to: Infinity, offset: second },
  ];
}

/** Zones change their clocks on whole quarters of an hour; within one the offset is known. */
const quarter = 15 * minute;
const keptQuarters = 500;
const knownOffsets = new Map<string, Map<number, number>>();

/**
 * Milliseconds that the zone is ahead of UTC at a moment. Each zone's answers are kept by the quarter, a bounded number:
 * asking the zone data takes longer than everything else about a time, and one ticket asks of now, of its end and of closing.
 */
export function offset(moment: number, timezone: string): number {
  let known = knownOffsets.get(timezone);
  if (!known) {
    known = new Map();
    knownOffsets.set(timezone, known);
  }
  const asked = Math.floor(moment / quarter);
  const kept = known.get(asked);
  if (kept !== undefined) return kept;
  const found = IANAZone.create(timezone).offset(moment) * minute;
  if (known.size >= keptQuarters) known.clear();
  known.set(asked, found);
  return found;
}
