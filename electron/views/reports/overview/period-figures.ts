import type { VisitFigures } from '../../../contract/overview';
import { epochDayOf, weekdayOf } from '../../../queue/local-day';
import { reaches } from '../../../queue/reach';
import { quantilesOf } from '../../../queue/report/quantile';
import type { ViewContext } from '../../view-context';
import type { WithinReach } from '../summary-view';
import { visitSums } from '../visit-sums';

/** What is to be known of a counter's visitors in a period; whole seconds. */
export interface CounterFigures {
  readonly served: number;
  readonly called: number;
  readonly inTime: number;
  readonly usualWait: number | null;
  readonly longWait: number | null;
  readonly officersADay: number;
  /** By weekday, Monday 1: how many were called, and what one of ten waited longer than. */
  readonly weekdays: ReadonlyMap<number, { readonly called: number; readonly longWait: number }>;
}

export interface PeriodFigures {
  readonly whole: VisitFigures;
  /** By hour of coming: `09`. */
  readonly hours: ReadonlyMap<string, { readonly called: number; readonly usualWait: number | null }>;
  readonly counters: ReadonlyMap<number, CounterFigures>;
}

/** Sorted lists of waits in whole seconds. */
type Waits = Int32Array[];

interface Collected {
  served: number;
  readonly waits: Waits;
  readonly weekdays: Map<number, Waits>;
  /** Officers by date. */
  readonly officers: Map<string, Set<number>>;
}

/** Sums the visits of a period within reach, as a whole, by hour of coming and by counter; `targetMinutes` is the wait to keep to. */
export function periodFigures(
  look: ViewContext,
  asked: { readonly from: string; readonly to: string } & WithinReach,
  targetMinutes: number,
): PeriodFigures {
  const dates = new Set<string>();
  const hours = new Map<string, Waits>();
  const counters = new Map<number, Collected>();
  let issued = 0;
  visitSums(look, asked, (date, counterId, sums) => {
    if (!reaches(asked.reach, counterId)) return;
    const counter = ofKey(counters, counterId, () => ({
      served: 0,
      waits: [],
      weekdays: new Map(),
      officers: new Map(),
    }));
    dates.add(date);
    for (const sum of sums) {
      issued += sum.issued;
      counter.served += sum.served;
      if (sum.userId !== 0) ofKey(counter.officers, date, () => new Set<number>()).add(sum.userId);
      if (sum.waits.length === 0) continue;
      counter.waits.push(sum.waits);
      ofKey(counter.weekdays, weekdayOf(epochDayOf(date)), (): Waits => []).push(sum.waits);
      ofKey(hours, String(sum.hour).padStart(2, '0'), (): Waits => []).push(sum.waits);
    }
  });
  const all = [...counters.values()];
  const waits = all.flatMap((counter) => counter.waits);
  return {
    whole: {
      days: dates.size,
      issued,
      served: all.reduce((sum, { served }) => sum + served, 0),
      ...inTime(waits, targetMinutes),
      usualWait: quantilesOf(waits)(0.5),
    },
    hours: new Map(
      [...hours]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([hour, its]) => [hour, { called: countOf(its), usualWait: quantilesOf(its)(0.5) }]),
    ),
    counters: new Map([...counters].map(([id, each]) => [id, counterFigures(each, targetMinutes)])),
  };
}

function counterFigures({ served, waits, weekdays, officers }: Collected, targetMinutes: number) {
  const quantile = quantilesOf(waits);
  const officerDays = [...officers.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    served,
    ...inTime(waits, targetMinutes),
    usualWait: quantile(0.5),
    longWait: quantile(0.9),
    officersADay: officers.size === 0 ? 0 : Math.round((officerDays / officers.size) * 10) / 10,
    weekdays: new Map(
      [...weekdays].map(([day, its]) => [
        day,
        { called: countOf(its), longWait: quantilesOf(its)(0.9) ?? 0 },
      ]),
    ),
  };
}

function inTime(waits: Waits, targetMinutes: number): { readonly called: number; readonly inTime: number } {
  let within = 0;
  for (const list of waits) for (const wait of list) if (wait <= targetMinutes * 60) within += 1;
  return { called: countOf(waits), inTime: within };
}

function countOf(waits: Waits): number {
  return waits.reduce((sum, { length }) => sum + length, 0);
}

/** What a map has for a key; made and put there first where it has nothing. */
function ofKey<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
