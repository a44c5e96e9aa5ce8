import type { RouteName } from '../../contract/routes';
import { epochDayOf, formatEpochDay, localEpochDay, startOfDay } from '../../queue/local-day';
import { hoursUntilClosing, openingInstants } from '../../queue/opening-hours';
import { reportedDates } from '../../store/report-rows';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { type EvidenceView, type FigureOf, percentOf, type Said, type Year } from './evidence';

/** Acts that change what visitors read. */
const updatingActs = [
  'changeSettings',
  'makeCounter',
  'changeCounter',
  'archiveCounter',
  'makeService',
  'changeService',
  'archiveService',
  'makeHours',
  'changeHours',
  'removeHours',
  'makeClosure',
  'changeClosure',
  'removeClosure',
  'importClosureList',
  'importConfiguration',
  'makeSlide',
  'changeSlide',
  'removeSlide',
  'pauseHall',
  'resumeHall',
  'pauseCounter',
  'resumeCounter',
  'pauseService',
  'resumeService',
  'renameInstitution',
  'changeStandard',
  'importStandardList',
  'publish',
  'withdrawPublication',
] as const satisfies readonly RouteName[];

/**
 * How current it is what visitors read: by the history of changes, and by the days on which waits were told live. Days open are
 * counted by the hours as they are now, from the first day of which the hall has numbers.
 */
export const changeEvidence: EvidenceView<FigureOf<'changes'>> = (context, year) => {
  const updated = updatedDays(context, year);
  const open = openDays(context, year);
  const { summed, unsummed } = reportedDates(context.reader, year);
  const live = [...summed, ...unsummed].filter((date) => open.has(date)).length;
  const livePercent = percentOf(live, open.size);
  const lacks: Said[] = [];
  if (updated.length === 0) lacks.push({ key: 'changes.none', at: 'counters' });
  if (live < open.size) lacks.push({ key: 'changes.days', values: { count: open.size - live } });
  return {
    figures: {
      updates: updated.length,
      longestGap: gapOf(updated, year),
      openDays: open.size,
      liveDays: live,
      livePercent,
    },
    says: [{ key: 'changes.says', values: { live, open: open.size, updates: updated.length } }],
    lacks,
  };
};

/** Each change of what visitors read in a year, in order: when, what was done, and to what; nothing of by whom. */
export function updatesOf({ reader, hall }: ViewContext, { from, to }: Year) {
  const { timezone } = hall.settings;
  return reader.all(
    query
      .selectFrom('audit')
      .where('action', 'in', updatingActs)
      .where('at', '>=', startOfDay(from, timezone))
      .where('at', '<', startOfDay(formatEpochDay(epochDayOf(to) + 1), timezone))
      .orderBy('at')
      .select(['at', 'action', 'subject']),
  );
}

/** The days on which what visitors read was changed, in order. */
function updatedDays(context: ViewContext, year: Year): number[] {
  const { timezone } = context.hall.settings;
  return [...new Set(updatesOf(context, year).map(({ at }) => localEpochDay(at, timezone)))];
}

function openDays({ reader, hall }: ViewContext, { from, to }: Year): Set<string> {
  const { summed, unsummed } = reportedDates(reader, { from: '0000-01-01', to });
  const begin = [summed[0], unsummed[0]].flatMap((date) => date ?? []).sort()[0];
  const open = new Set<string>();
  if (!begin) return open;
  const rules = hoursUntilClosing(hall);
  const services = [...hall.service.values()];
  for (let day = epochDayOf(begin > from ? begin : from); day <= epochDayOf(to); day += 1) {
    const date = formatEpochDay(day);
    if (services.some((service) => openingInstants(rules, service, date).length > 0)) open.add(date);
  }
  return open;
}

/** The most days from one update to the next, or to the end of the days looked at; null: nothing was ever updated. */
function gapOf(days: readonly number[], { to }: Year): number | null {
  if (days.length === 0) return null;
  return Math.max(...days.map((day, index) => (days[index + 1] ?? epochDayOf(to)) - day));
}
