import { sql } from 'kysely';
import { DateTime } from 'luxon';
import practiceSite from '../../electron/store/practice-site.json';
import { query, type Reader } from '../../electron/store/store';
import { holidays } from './hall-of-a-year';

/** The last moment that counts: nine o'clock on the day of the walk. */
const now = Date.parse('2026-11-24T09:00+07:00');
const firstDay = '2026-01-01';
const today = '2026-11-24';

interface Slice {
  readonly from: number;
  readonly to: number;
}

/** How many rows a table has. */
export function countRows(reader: Reader, table: string, where = '1'): number {
  const rows = query
    .selectFrom(sql<{ one: number }>`${sql.table(table)}`.as('rows'))
    .where(sql<boolean>`${sql.raw(where)}`)
    .select(sql<number>`count(*)`.as('count'));
  return reader.first(rows)?.count ?? 0;
}

/** The days of the year up to today, holidays left out: those on which the hall's week can open. */
function workingDays(): DateTime[] {
  const days: DateTime[] = [];
  for (
    let day = DateTime.fromISO(firstDay, { zone: 'Asia/Jakarta' });
    day.toISODate() !== null && (day.toISODate() ?? '') <= today;
    day = day.plus({ days: 1 })
  ) {
    if (!holidays.includes(day.toISODate() ?? '')) days.push(day);
  }
  return days;
}

type Week = (typeof practiceSite)['hours']['week'];

/** When a week's day is open, its breaks cut out. */
function spansOf(week: Week, day: DateTime): Slice[] {
  const hours = week.find(({ weekday }) => weekday === day.weekday);
  if (!hours) return [];
  const at = (time: string) =>
    DateTime.fromISO(`${day.toISODate()}T${time}`, { zone: 'Asia/Jakarta' }).toMillis();
  const edges = [
    hours.opens,
    ...[...hours.breaks].sort((a, b) => a.from.localeCompare(b.from)).flatMap(({ from, to }) => [from, to]),
    hours.closes,
  ].map(at);
  return edges.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: edges[index + 1] ?? from }] : []));
}

/** How many days the seed's hours open the hall. */
export function openDays(): number {
  const weeks = practiceSite.counters.flatMap((counter) => weeksOf(counter));
  return workingDays().filter((day) => weeks.some((week) => spansOf(week, day).length > 0)).length;
}

/** The weeks of a counter's services: each its own, else the counter's, else the hall's. */
function weeksOf(counter: (typeof practiceSite)['counters'][number]): Week[] {
  const own = (counter.hours as { week: Week } | null)?.week ?? practiceSite.hours.week;
  return counter.services.map((service) => (service.hours as { week: Week } | null)?.week ?? own);
}

/**
 * How each counter of the seed kept its hours, by its code: days, days on which nobody came, and seconds promised, kept, and late.
 * Instant by instant: between two things that happen, somebody sits there or nobody does.
 */
export function presenceByHand(reader: Reader): Record<string, number[]> {
  const events = reader.all(
    query
      .selectFrom('events')
      .innerJoin('desks', 'desks.id', 'events.deskId')
      .innerJoin('counters', 'counters.id', 'desks.counterId')
      .where('events.kind', 'in', ['desk_taken', 'desk_left', 'desk_paused', 'desk_resumed'])
      .orderBy('events.id')
      .select(['code', 'desks.id as deskId', 'at', 'kind', 'businessDate as date']),
  );
  const byDay = new Map<string, typeof events>();
  for (const event of events) {
    const key = `${event.code} ${event.date}`;
    const known = byDay.get(key);
    if (known) known.push(event);
    else byDay.set(key, [event]);
  }
  return Object.fromEntries(
    practiceSite.counters.map((counter) => {
      const total = [0, 0, 0, 0, 0, 0];
      for (const day of workingDays()) {
        const date = day.toISODate() ?? '';
        const open = weeksOf(counter).flatMap((week) => spansOf(week, day));
        if (open.length === 0 || open.every(({ from }) => from >= now)) continue;
        const happened = byDay.get(`${counter.code} ${date}`) ?? [];
        const seconds = secondsOf(open, happened);
        [
          1,
          seconds.present === 0 ? 1 : 0,
          seconds.promised,
          seconds.present,
          seconds.paused,
          seconds.late,
        ].forEach((more, at) => {
          total[at] = (total[at] ?? 0) + more;
        });
      }
      return [counter.code, total];
    }),
  );
}

function secondsOf(
  open: readonly Slice[],
  events: readonly { readonly deskId: number; readonly at: number; readonly kind: string }[],
) {
  const edges = [
    ...new Set([...open.flatMap(({ from, to }) => [from, to]), ...events.map(({ at }) => at), now]),
  ]
    .filter((at) => at <= now)
    .sort((a, b) => a - b);
  const state = new Map<number, 'working' | 'paused'>();
  const sums = { promised: 0, present: 0, paused: 0, late: 0 };
  let hasCome = false;
  edges.forEach((from, index) => {
    for (const { deskId, kind } of events.filter(({ at }) => at === from)) {
      if (kind === 'desk_left') state.delete(deskId);
      else state.set(deskId, kind === 'desk_paused' ? 'paused' : 'working');
    }
    const to = edges[index + 1] ?? from;
    if (!open.some((span) => span.from <= from && to <= span.to)) return;
    const states = [...state.values()];
    sums.promised += to - from;
    if (states.length > 0) sums.present += to - from;
    if (states.length > 0 && !states.includes('working')) sums.paused += to - from;
    hasCome ||= states.length > 0;
    if (!hasCome) sums.late += to - from;
  });
  return {
    promised: Math.round(sums.promised / 1000),
    present: Math.round(sums.present / 1000),
    paused: Math.round(sums.present / 1000) - Math.round((sums.present - sums.paused) / 1000),
    late: Math.round(sums.late / 1000),
  };
}

/** Krejcie and Morgan's number for a population, as the tables of the regulation have it. */
export function sampleFor(population: number): number {
  return Math.round((3.841 * population * 0.25) / (0.0025 * (population - 1) + 3.841 * 0.25));
}
