import type { Desk } from '../contract/staff';
import { hoursBeganAt } from '../queue/day-ahead';
import type { HallCounter } from '../store/hall';
import { desksOf } from './line';
import type { ViewContext } from './view-context';

/**
 * Since when people have waited at a counter with nobody at its desks, in milliseconds: the latest of when the one longest
 * waiting began to, when its hours began and when the last officer left or went on a break. Null where nobody waits,
 * somebody serves, or its hours have not begun today; in practice mode hours are ignored.
 */
export function unattendedSince(
  context: ViewContext,
  counter: HallCounter,
  desks: readonly Desk[],
  longestWaitSince: number | null,
): number | null {
  if (longestWaitSince === null || desks.some(({ user, pause }) => user && !pause)) return null;
  const began = context.hall.settings.practice ? longestWaitSince : hoursBegan(context, counter);
  if (began === null) return null;
  const states = desksOf(context);
  const left = desks.map(({ id, pause }) =>
    pause ? Date.parse(pause.since) : (states.get(Number(id))?.leftAt ?? began),
  );
  return Math.max(longestWaitSince, began, ...left);
}

/** When the hours that a counter is in, or was in last today, began, in milliseconds: of its services' the first; null before them. */
export function hoursBegan({ hall, now }: ViewContext, counter: HallCounter): number | null {
  const began = counter.services.flatMap((service) => hoursBeganAt(hall, service, now) ?? []);
  return began.length === 0 ? null : Math.min(...began);
}
