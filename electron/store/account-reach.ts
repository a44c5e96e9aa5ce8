import type { AccountReach } from '../queue/reach';

/** An account's reach as its row holds it. */
export function storedReach(row: {
  readonly wholeHall: 0 | 1;
  readonly institutionsJson: string;
  readonly counterIdsJson: string | null;
}): AccountReach {
  return {
    wholeHall: row.wholeHall === 1,
    institutions: JSON.parse(row.institutionsJson) as string[],
    counterIds: row.counterIdsJson === null ? null : (JSON.parse(row.counterIdsJson) as number[]),
  };
}

/** The columns of an account's reach. */
export function reachColumns({ wholeHall, institutions, counterIds }: AccountReach) {
  return {
    wholeHall: wholeHall ? 1 : 0,
    institutionsJson: JSON.stringify(institutions),
    counterIdsJson: counterIds && JSON.stringify(counterIds),
  } as const;
}
