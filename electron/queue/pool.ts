/** A desk as far as its line is concerned. */
interface PoolDesk {
  readonly serviceIds: readonly number[];
  readonly isWorking: boolean;
  readonly priorityRun: number;
}

/**
 * The line that a service's tickets stand in: of all services of the desks that serve it, by the memory of the
 * first of those desks that works now (several desks each have their own; they differ by a turn or two).
 */
export function poolOf<Desk extends PoolDesk>(
  serviceId: number,
  desks: readonly Desk[],
): {
  readonly serviceIds: readonly number[];
  readonly priorityRun: number;
  /** The desk whose memory it is; undefined: none serves it. */
  readonly first: Desk | undefined;
} {
  const serving = desks.filter((desk) => desk.serviceIds.includes(serviceId));
  const working = serving.filter((desk) => desk.isWorking);
  const pool = working.length > 0 ? working : serving;
  const serviceIds = new Set([serviceId, ...pool.flatMap((desk) => desk.serviceIds)]);
  return {
    serviceIds: [...serviceIds].sort((a, b) => a - b),
    priorityRun: pool[0]?.priorityRun ?? 0,
    first: pool[0],
  };
}

/**
 * Whether some services have one line with one wait: each desk that serves any of them serves them all, of the desks that
 * work where any does. So it is where no desk serves them.
 */
export function shareOneLine(serviceIds: readonly number[], desks: readonly PoolDesk[]): boolean {
  const serving = desks.filter((desk) => serviceIds.some((id) => desk.serviceIds.includes(id)));
  const working = serving.filter((desk) => desk.isWorking);
  return (working.length > 0 ? working : serving).every((desk) =>
    serviceIds.every((id) => desk.serviceIds.includes(id)),
  );
}

/** How many stand before a ticket in a line, by service; null where it isn't in the line. */
export function peopleBefore(
  line: readonly { readonly ticketId: number; readonly serviceId: number }[],
  ticketId: number,
): ReadonlyMap<number, number> | null {
  const place = line.findIndex((ticket) => ticket.ticketId === ticketId);
  if (place < 0) return null;
  const people = new Map<number, number>();
  for (const { serviceId } of line.slice(0, place)) people.set(serviceId, (people.get(serviceId) ?? 0) + 1);
  return people;
}
