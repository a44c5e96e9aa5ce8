import type { DrillOutcome, PlaceFault, SecondPlaceState } from '../../contract/admin-copies';
import type { Finding } from '../../contract/admin-hall';

/** A stick that is put in each evening is away by day: that is told once a day has passed without a copy. */
const mayBeAwayMs = 26 * 60 * 60_000;
const comesAndGoes: ReadonlySet<PlaceFault> = new Set(['missing', 'away']);
const good: ReadonlySet<DrillOutcome> = new Set(['good', 'as_written']);

/** What an admin should know of copies in a second place and of the trial of copies. `now` is milliseconds since 1970 UTC. */
export function copyFindings(
  { place, last, failure, drill }: SecondPlaceState,
  isDrillOverdue: boolean,
  now: number,
): Finding[] {
  const about = { subject: 'copies', name: null } as const;
  const isPatient =
    failure !== null &&
    comesAndGoes.has(failure.fault) &&
    last !== null &&
    now - Date.parse(last.at) < mayBeAwayMs;
  const failed = [drill?.local, drill?.away].find((one) => one && !good.has(one.outcome));
  return [
    ...(place && failure && !isPatient
      ? [
          {
            ...about,
            kind: 'second_place' as const,
            detail: failure.fault,
            occurred: { at: failure.at, since: failure.since, count: failure.count, error: '' },
          },
        ]
      : []),
    ...(failed ? [{ ...about, kind: 'copy_trial' as const, detail: failed.outcome }] : []),
    ...(!failed && isDrillOverdue ? [{ ...about, kind: 'copy_trial' as const, detail: 'overdue' }] : []),
  ];
}
