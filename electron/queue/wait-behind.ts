import { areAllOnBreak } from './attendance';
import { estimateWait, type ServiceTime } from './estimate';

/** A desk of a counter as it stands. */
export interface DeskAtMoment {
  readonly serviceIds: readonly number[];
  readonly isManned: boolean;
  readonly isPaused: boolean;
  /** The visitor called or served there, and since when, in milliseconds; null: it is free. */
  readonly visit: { readonly serviceId: number; readonly calledAt: number } | null;
}

/**
 * The wait of somebody at a service who has so many people ahead, counted by their services. In a break of the hall's
 * hours that all its officers keep, it counts from the break's end; when they keep none, it counts on.
 */
export function waitBehind(queue: {
  readonly serviceId: number;
  readonly ahead: ReadonlyMap<number, number>;
  /** All desks of the service's counter. */
  readonly desks: readonly DeskAtMoment[];
  readonly time: (serviceId: number) => ServiceTime;
  /** As `breaksFromNow` gives them. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}): { low: number; high: number } | null {
  const { serviceId, ahead, time, now } = queue;
  const serving = queue.desks.filter((desk) => desk.serviceIds.includes(serviceId));
  const areAway = areAllOnBreak(serving);
  const breaks = queue.breaks.filter(({ from }) => from > 0 || areAway);
  const comeBack = breaks.some(({ from }) => from <= 0);
  const desks = queue.desks
    .filter(({ isManned, isPaused }) => isManned && (!isPaused || comeBack))
    .map(({ serviceIds, visit }) => ({
      serviceIds,
      visit: visit && { serviceId: visit.serviceId, minutes: (now - visit.calledAt) / 60_000 },
    }));
  return estimateWait({ serviceId, ahead, desks, time, breaks });
}
