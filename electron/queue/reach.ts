/** What an admin gave an account: some institutions, or expressly the whole hall. */
export interface AccountReach {
  readonly wholeHall: boolean;
  /** Names of institutions, as counters have them. */
  readonly institutions: readonly string[];
  /** Of an officer: only these counters of theirs; null: all of them. */
  readonly counterIds: readonly number[] | null;
}

/** The counters that somebody reaches, by ids; null: the whole hall. */
export type Reach = readonly number[] | null;

export const wholeHallReach: AccountReach = { wholeHall: true, institutions: [], counterIds: null };

/**
 * What an account reaches in the hall as it stands; counters of no institution of its own are never among it, whatever
 * the account was narrowed to. `institutionOf` knows each counter's institution.
 */
export function reachOf(account: AccountReach, institutionOf: ReadonlyMap<number, string>): Reach {
  const { wholeHall, institutions, counterIds } = account;
  if (wholeHall) return counterIds;
  const own: number[] = [];
  for (const [counterId, institution] of institutionOf) {
    if (!institutions.includes(institution)) continue;
    if (counterIds === null || counterIds.includes(counterId)) own.push(counterId);
  }
  return own;
}

/** Whether a counter is within somebody's reach. */
export function reaches(reach: Reach, counterId: number): boolean {
  return reach === null || reach.includes(counterId);
}

/** Whether one of some counters is within somebody's reach. */
export function reachesAny(reach: Reach, counterIds: readonly number[]): boolean {
  return counterIds.some((id) => reaches(reach, id));
}

/** Whether a service's counter is within somebody's reach; false for a service that the hall doesn't have. */
export function reachesService(
  { service }: { readonly service: ReadonlyMap<number, { readonly counterId: number }> },
  reach: Reach,
  serviceId: number,
): boolean {
  return reaches(reach, service.get(serviceId)?.counterId ?? 0);
}
