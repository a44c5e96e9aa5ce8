/** What decides about quotas beside a service's own; `store/hall.ts` reads it. */
export interface LimitRules {
  readonly settings: {
    /** How many numbers of a business date a supervisor lets services give at most. */
    readonly numberLimits?: readonly {
      readonly serviceId: number;
      readonly date: string;
      readonly numbers: number;
    }[];
  };
}

/** How many of a day's limited numbers may be taken by phone: half, so that some are left for visitors at the kiosk. */
export function phoneShareOf(quota: number): number {
  return Math.ceil(quota / 2);
}

/** How many numbers a service may give on a business date by a supervisor's word; null: nobody limited it. */
export function limitOn(rules: LimitRules, serviceId: number, businessDate: string): number | null {
  const limit = rules.settings.numberLimits?.find(
    (each) => each.serviceId === serviceId && each.date === businessDate,
  );
  return limit?.numbers ?? null;
}

/** How many numbers a service gives on a business date: by its quota and a supervisor's word, whichever is less; null: any. */
export function quotaOn(
  rules: LimitRules,
  service: { readonly id: number; readonly quotaPerDay: number | null },
  businessDate: string,
): number | null {
  const limit = limitOn(rules, service.id, businessDate);
  if (limit === null || service.quotaPerDay === null) return limit ?? service.quotaPerDay;
  return Math.min(limit, service.quotaPerDay);
}
