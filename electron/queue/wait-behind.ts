import { areAllOnBreak } from './attendance';
import { forecastWait, type ServiceTime, type WaitForecast } from './estimate';

/** A desk of a counter as it stands. */
export interface DeskAtMoment {
  readonly serviceIds: readonly number[];
  readonly isManned: boolean;
  readonly isPaused: boolean;
  /** When its officer said to be back from the break, in milliseconds; null: said nothing, or is on none. */
  readonly pausedUntil: number | null;
  /** The visitor called or served there, and since when, in milliseconds; null: it is free. */
  readonly visit: { readonly serviceId: number; readonly calledAt: number } | null;
}

type Breaks = readonly { readonly from: number; readonly to: number }[];

/**
 * The wait of somebody at a service who has so many people ahead, counted by their services. In a break of the hall's
 * hours that all its officers keep, it counts from the break's end; when they keep none, it counts on. Where all are on
 * a break of their own, it counts from the first return that was said; where none was, nothing can be foreseen.
 */
export function waitBehind(queue: {
  readonly serviceId: number;
  readonly ahead: ReadonlyMap<number, number>;
  /** All desks of the service's counter. */
  readonly desks: readonly DeskAtMoment[];
  readonly time: (serviceId: number) => ServiceTime;
  /** As `dayAhead` gives them. */
  readonly breaks: Breaks;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}): WaitForecast | null {
  const { serviceId, ahead, time, now } = queue;
  const serving = queue.desks.filter((desk) => desk.serviceIds.includes(serviceId));
  const areAway = areAllOnBreak(serving);
  const breaks = queue.breaks.filter(({ from }) => from > 0 || areAway);
  const comeBack = breaks.some(({ from }) => from <= 0);
  const isBackSoon = ({ pausedUntil }: DeskAtMoment) => areAway && pausedUntil !== null && pausedUntil > now;
  const returns = serving.filter((desk) => desk.isManned && isBackSoon(desk));
  const first = Math.min(...returns.map(({ pausedUntil }) => pausedUntil ?? Infinity));
  const desks = queue.desks
    .filter((desk) => desk.isManned && (!desk.isPaused || comeBack || isBackSoon(desk)))
    .map(({ serviceIds, visit }) => ({
      serviceIds,
      visit: visit && { serviceId: visit.serviceId, minutes: (now - visit.calledAt) / 60_000 },
    }));
  return forecastWait({
    serviceId,
    ahead,
    desks,
    time,
    breaks: comeBack || returns.length === 0 ? breaks : afterReturn((first - now) / 60_000, breaks),
  });
}

/** Breaks of the day with the officers' own before them. */
function afterReturn(back: number, breaks: Breaks): Breaks {
  return [
    { from: 0, to: back },
    ...breaks.flatMap(({ from, to }) => (to > back ? [{ from: Math.max(from, back), to }] : [])),
  ];
}
