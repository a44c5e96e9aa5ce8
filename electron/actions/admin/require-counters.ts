import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { fieldFault, type PlacedFault } from '../../texts/field-fault';

/** Which of some counters don't exist, each with its place among `counterIds`. */
export function unknownCounters({ counter }: Hall, counterIds: readonly number[] | null): PlacedFault[] {
  return (counterIds ?? []).flatMap((counterId, index) =>
    counter.has(counterId)
      ? []
      : [
          {
            path: `counterIds.${index}`,
            fault: fieldFault('no_counter', { code: counterId }),
          },
        ],
  );
}

/** Throws `Refusal('invalid_request')` that names the counters that don't exist. */
export function requireCounters(hall: Hall, counterIds: readonly number[] | null): void {
  const errors = unknownCounters(hall, counterIds);
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
}
