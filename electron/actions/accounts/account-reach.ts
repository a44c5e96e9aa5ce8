import type { Role } from '../../contract/staff';
import { type AccountReach, wholeHallReach } from '../../queue/reach';
import { Refusal } from '../../queue/refusal';
import type { Hall } from '../../store/hall';
import { fieldFault, type PlacedFault } from '../../texts/field-fault';
import { unknownCounters } from '../admin/require-counters';

/** What is asked for an account; what is left out stays, or has to be said where nothing is there yet. */
export type AskedReach = { readonly [Field in keyof AccountReach]?: AccountReach[Field] | undefined };

/**
 * What an account of this role is to reach: an admin the whole hall, anybody else some institutions or expressly the
 * whole hall. Counters given alone are of an account without institutions: theirs become its own.
 * `before` is what it reached, null where nothing can be taken over from it. Throws `Refusal('invalid_request')` with
 * what is missing or contradicts.
 */
export function settleReach(
  hall: Hall,
  role: Role,
  asked: AskedReach,
  before: AccountReach | null,
): AccountReach {
  const faults = [...faultsOfRole(role, asked), ...unknownOf(hall, asked, before)];
  if (faults.length > 0) throw new Refusal('invalid_request', { errors: faults });
  if (role === 'admin') return wholeHallReach;
  const settled = merged(hall, role, asked, before);
  const contradictions = faultsOf(hall, asked, settled);
  if (contradictions.length > 0) throw new Refusal('invalid_request', { errors: contradictions });
  return settled;
}

function faultsOfRole(role: Role, { wholeHall, institutions, counterIds }: AskedReach): PlacedFault[] {
  const faults: PlacedFault[] = [];
  if (role === 'admin' && (wholeHall === false || (institutions?.length ?? 0) > 0)) {
    faults.push({ path: 'wholeHall', fault: fieldFault('admin_whole_hall') });
  }
  if (role !== 'staff' && counterIds !== undefined && counterIds !== null) {
    faults.push({ path: 'counterIds', fault: fieldFault('counters_of_officers') });
  }
  return faults;
}

/** What is named and isn't there; an institution that the account had already may have lost its counters since. */
function unknownOf(hall: Hall, asked: AskedReach, before: AccountReach | null): PlacedFault[] {
  const known = new Set([...hall.institutionOf.values(), ...(before?.institutions ?? [])]);
  const institutions = (asked.institutions ?? []).flatMap((name, index) =>
    known.has(name) ? [] : [{ path: `institutions.${index}`, fault: fieldFault('no_institution', { name }) }],
  );
  return [...institutions, ...unknownCounters(hall, asked.counterIds ?? null)];
}

function merged(hall: Hall, role: Role, asked: AskedReach, before: AccountReach | null): AccountReach {
  const givenCounters = asked.counterIds ?? null;
  const isNarrowedAlone =
    givenCounters !== null && asked.wholeHall === undefined && asked.institutions === undefined;
  const theirs = () => institutionsOf(hall, givenCounters ?? []);
  const wholeHall =
    asked.wholeHall ??
    ((asked.institutions?.length ?? 0) === 0 && !isNarrowedAlone && before?.wholeHall === true);
  if (wholeHall) return { wholeHall, institutions: asked.institutions ?? [], counterIds: givenCounters };
  const had = before?.wholeHall === false ? before : null;
  const institutions = unique(asked.institutions ?? had?.institutions ?? (isNarrowedAlone ? theirs() : []));
  if (role !== 'staff' || asked.counterIds !== undefined) {
    return { wholeHall, institutions, counterIds: givenCounters };
  }
  // What it was narrowed to stays as far as it is of the institutions that it has now.
  const kept = had?.counterIds?.filter((id) => institutions.includes(hall.institutionOf.get(id) ?? ''));
  const isCutAway = asked.institutions !== undefined && kept?.length === 0;
  return { wholeHall, institutions, counterIds: kept === undefined || isCutAway ? null : kept };
}

function faultsOf(
  hall: Hall,
  asked: AskedReach,
  { wholeHall, institutions, counterIds }: AccountReach,
): PlacedFault[] {
  if (wholeHall) {
    const fault = fieldFault('no_whole_hall');
    return [
      ...(institutions.length > 0 ? [{ path: 'institutions', fault }] : []),
      ...(counterIds === null ? [] : [{ path: 'counterIds', fault }]),
    ];
  }
  if (institutions.length === 0) {
    return [{ path: 'institutions', fault: fieldFault('name_institution') }];
  }
  return (asked.counterIds ?? []).flatMap((counterId, index) =>
    institutions.includes(hall.institutionOf.get(counterId) ?? '')
      ? []
      : [
          {
            path: `counterIds.${index}`,
            fault: fieldFault('counter_elsewhere', {
              code: hall.counter.get(counterId)?.code ?? counterId,
            }),
          },
        ],
  );
}

/** The institutions of some counters. */
export function institutionsOf(hall: Hall, counterIds: readonly number[]): string[] {
  return unique(counterIds.flatMap((id) => hall.institutionOf.get(id) ?? []));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
