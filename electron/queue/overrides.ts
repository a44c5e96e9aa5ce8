/** Rules that the hall has for all, and a counter or service may have its own of. */
interface HallRules {
  readonly settings: {
    readonly priorityRatio: number;
    readonly waitLimitMinutes: number;
    readonly calledMinutes: number;
  };
  readonly counter: ReadonlyMap<
    number,
    { readonly priorityRatio: number | null; readonly waitLimitMinutes: number | null }
  >;
  readonly service: ReadonlyMap<number, ServiceRules & { readonly calledMinutes: number | null }>;
}
interface ServiceRules {
  /** Who may ask to go first; null: everybody whom the kiosk offers it. */
  readonly priorities: readonly string[] | null;
}

const minute = 60_000;

/** Priority numbers that a desk of a counter calls for each regular one, while both wait. */
export function priorityRatioAt(hall: HallRules, counterId: number): number {
  return hall.counter.get(counterId)?.priorityRatio ?? hall.settings.priorityRatio;
}

/** Minutes beyond which a wait at a counter is shown to supervisors. */
export function waitLimitAt(hall: HallRules, counterId: number): number {
  return hall.counter.get(counterId)?.waitLimitMinutes ?? hall.settings.waitLimitMinutes;
}

/**
 * Whether a visitor goes before regular ones at a service: where everybody is elderly, as at the pension fund, being
 * elderly is no reason there. At a service that is no longer known, every reason counts.
 */
export function goesFirst(service: ServiceRules | undefined, priority: string | null): boolean {
  if (priority === null) return false;
  return service?.priorities?.includes(priority) ?? true;
}

/**
 * Until when a called number should have come, in milliseconds; null: there is no limit. Each further call begins the
 * time anew. The number is then offered to the officer as not come, never taken away: only whoever sits at the desk
 * sees whether somebody stands there.
 */
export function comesBy(hall: HallRules, serviceId: number, lastCalledAt: number): number | null {
  const minutes = hall.service.get(serviceId)?.calledMinutes ?? hall.settings.calledMinutes;
  return minutes === 0 ? null : lastCalledAt + minutes * minute;
}
