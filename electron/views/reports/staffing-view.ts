import type { StaffingAdvice, StaffingQuery } from '../../contract/staffing';
import { targetShare } from '../../contract/target-share';
import { epochDayOf, formatEpochDay, weekdayOf } from '../../queue/local-day';
import { openingDay } from '../../queue/opening-hours';
import { priorityRatioAt } from '../../queue/overrides';
import { Refusal } from '../../queue/refusal';
import { adviseDay, type CounterRules, type SlotAdvice, simulatedDays } from '../../queue/staffing/advise';
import type { Change } from '../../queue/staffing/changes';
import { type Demand, demandOn, type PastDay } from '../../queue/staffing/demand';
import { adviceSentences } from '../../queue/staffing/sentences';
import type { HallCounter } from '../../store/hall';
import { readPastDay } from '../../store/past-days';
import type { ViewContext } from '../view-context';

const weeksOfHistory = 8;

type Day = StaffingAdvice['days'][number];

/**
 * How many desks a counter needs in each half-hour of seven days, from its own last eight weeks, by a simulation on
 * the rules that call people. It takes seconds. Refuses `not_found`.
 */
export function staffingView(context: ViewContext, asked: StaffingQuery): StaffingAdvice {
  const counter = context.hall.counter.get(Number(asked.counterId));
  if (!counter) throw new Refusal('not_found');
  const targetMinutes = asked.targetMinutes ?? context.hall.settings.targetWaitMinutes;
  const own = counter.desks.filter(({ counterId }) => counterId === counter.id);
  // A desk of several counters is its own counter's; one without a desk of its own is advised as if it had the shared one
  // to itself, so that the advice is of its own visitors' work.
  const desks = own.length > 0 ? own : counter.desks;
  const left = new Set(counter.desks.filter((desk) => !desks.includes(desk)).map(({ id }) => id));
  const past: PastDay[] = [];
  const today = epochDayOf(context.businessDate);
  if (counter.services.length > 0) {
    for (let epochDay = today - 7 * weeksOfHistory; epochDay < today; epochDay += 1) {
      const day = readPastDay(context.reader, context.hall, counter, formatEpochDay(epochDay));
      const shifts = day.shifts.filter(({ deskId }) => !left.has(deskId));
      if (day.visits.length > 0) past.push({ ...day, shifts });
    }
  }
  const first = asked.from === undefined ? today : epochDayOf(asked.from);
  const demands = new Map<number, Demand | null>();
  const days: Day[] = [];
  for (let epochDay = first; epochDay < first + 7; epochDay += 1) {
    const weekday = weekdayOf(epochDay);
    const date = formatEpochDay(epochDay);
    const spans = workingSpans(context, counter, date);
    if (!demands.has(weekday)) demands.set(weekday, demandOn(weekday, past, counter.services));
    const demand = demands.get(weekday) ?? null;
    const isOpen = spans.length > 0 && desks.length > 0;
    if (!isOpen || !demand) {
      days.push({
        date,
        weekday,
        state: isOpen ? 'unknown' : 'closed',
        slots: [],
        sentences: [],
        changes: [],
      });
      continue;
    }
    const rules: CounterRules = {
      desks,
      priorityRatio: priorityRatioAt(context.hall, counter.id),
      spans,
      targetMinutes,
      share: targetShare,
    };
    const advice = adviseDay(demand, rules, {
      whatIf: {
        arrivals: (asked.arrivals ?? 100) / 100,
        deskTime: (asked.deskTime ?? 100) / 100,
        desks: asked.desks ?? 0,
      },
      seed: weekday,
      days: simulatedDays,
    });
    const sentences = adviceSentences(advice, {
      weekday,
      counter: counter.name.id,
      targetMinutes,
      share: targetShare,
    });
    days.push({
      date,
      weekday,
      state: 'advised',
      slots: advice.slots.map(slotFields),
      sentences,
      changes: advice.changes.map(changeFields),
    });
  }
  return {
    counterId: String(counter.id),
    desks: desks.length,
    targetMinutes,
    pastDays: past.length,
    days,
  };
}

/** When any of the counter's services gives numbers that day, in minutes since midnight. */
function workingSpans(
  { hall }: ViewContext,
  counter: HallCounter,
  date: string,
): { readonly from: number; readonly to: number }[] {
  const spans = counter.services
    .flatMap((service) => openingDay(hall, service, date).spans)
    .map(({ opens, closes }) => ({ from: minutesOf(opens), to: minutesOf(closes) }))
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return merged;
}

function slotFields(slot: SlotAdvice): Day['slots'][number] {
  return {
    from: timeOf(slot.from),
    to: timeOf(slot.to),
    arrivals: tenths(slot.arrivals),
    usualDesks: slot.usualDesks,
    neededDesks: slot.neededDesks,
    wait: tenths(slot.waits.advised),
    waitOneFewer: slot.waits.fewer === null ? null : tenths(slot.waits.fewer),
    waitOneMore: tenths(slot.waits.more),
    usualWait: tenths(slot.usualWait),
    usualWithin: Math.round(slot.usualWithin * 100) / 100,
  };
}

function changeFields(change: Change): Day['changes'][number] {
  const { source } = change;
  return {
    kind: change.kind,
    from: timeOf(change.from),
    to: timeOf(change.to),
    source: source && { from: timeOf(source.from), to: timeOf(source.to) },
    visitors: tenths(change.visitors),
    waitBefore: tenths(change.waitBefore),
    waitAfter: tenths(change.waitAfter),
  };
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}

/** `08:30` → 510. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 510 → `08:30`. */
function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
