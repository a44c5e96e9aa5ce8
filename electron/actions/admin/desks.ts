import type { DeskChange, NewDesk } from '../../contract/admin-hall';
import { Refusal } from '../../queue/refusal';
import { otherCountersOf } from '../../store/desks';
import { query } from '../../store/store';
import { fieldFault, type PlacedFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireDeskNumbersApart } from './desk-numbers';
import { requireDeskUnused } from './in-use';

/**
 * Makes a desk, labelled by its number unless a label is given; returns its id. Refuses `already_exists` for a number
 * that another desk of the hall has, `invalid_request` for a counter or service that isn't there, and for a service of
 * none of its counters.
 */
export function makeDesk(context: ActionContext, desk: NewDesk): number {
  const { transaction } = context;
  const counterId = Number(desk.counterId);
  const otherCounterIds = desk.otherCounterIds?.map(Number) ?? [];
  const serviceIds = desk.serviceIds?.map(Number) ?? null;
  requireDuty(context, { counterId, otherCounterIds, serviceIds });
  const { lastId } = transaction.run(
    query.insertInto('desks').values({
      counterId,
      otherCounterIdsJson: JSON.stringify(otherCounterIds),
      number: desk.number,
      label: desk.label ?? String(desk.number),
      serviceIdsJson: serviceIds && JSON.stringify(serviceIds),
    }),
  );
  requireDeskNumbersApart(transaction);
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/**
 * Changes what is given of a desk, or brings an archived one back. With other counters it serves all of their services
 * unless these are given too. Refuses `not_found`, `already_exists`, `invalid_request` as `makeDesk`, and `in_use` for
 * taking a counter from it while somebody serves there.
 */
export function changeDesk(context: ActionContext, deskId: number, change: DeskChange): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('desks').selectAll().where('id', '=', deskId));
  if (!row) throw new Refusal('not_found');
  const counterId = change.counterId === undefined ? row.counterId : Number(change.counterId);
  const others = otherCountersOf(row);
  const otherCounterIds = change.otherCounterIds?.map(Number) ?? others.filter((id) => id !== counterId);
  const had = [row.counterId, ...others];
  const has = [counterId, ...otherCounterIds];
  const lost = had.filter((id) => !has.includes(id));
  // One that was archived has no visitors there.
  if (counterId !== row.counterId || lost.some((id) => context.hall.counter.has(id))) {
    requireDeskUnused(context, deskId);
  }
  const isOfOthers = counterId !== row.counterId || lost.length > 0 || has.some((id) => !had.includes(id));
  const comesBack = change.archived === false && row.archivedAt !== null;
  const serviceIds = change.serviceIds?.map(Number) ?? null;
  const given = change.serviceIds !== undefined;
  if (isOfOthers || comesBack || given || change.otherCounterIds) {
    requireDuty(context, {
      counterId,
      // Those archived stay in the list, for when they come back.
      otherCounterIds: change.otherCounterIds ? otherCounterIds : [],
      serviceIds: given ? serviceIds : null,
      served: has,
    });
  }
  transaction.run(
    query
      .updateTable('desks')
      .set({
        counterId,
        otherCounterIdsJson: JSON.stringify(otherCounterIds),
        number: change.number ?? row.number,
        label: change.label ?? row.label,
        serviceIdsJson: given
          ? serviceIds && JSON.stringify(serviceIds)
          : isOfOthers
            ? null
            : row.serviceIdsJson,
        archivedAt: comesBack ? null : row.archivedAt,
        version: row.version + 1,
      })
      .where('id', '=', deskId),
  );
  requireDeskNumbersApart(transaction);
  transaction.announce({ kind: 'configuration' });
}

/** Archives a desk: its history stays. Refuses `not_found`, and `in_use` while somebody serves there. */
export function archiveDesk(context: ActionContext, deskId: number): void {
  const { transaction, now } = context;
  const row = transaction.first(
    query.selectFrom('desks').select('id').where('id', '=', deskId).where('archivedAt', 'is', null),
  );
  if (!row) throw new Refusal('not_found');
  requireDeskUnused(context, deskId);
  transaction.run(
    query
      .updateTable('desks')
      .set((each) => ({ archivedAt: now, version: each('version', '+', 1) }))
      .where('id', '=', deskId),
  );
  transaction.announce({ kind: 'configuration' });
}

interface Duty {
  readonly counterId: number;
  readonly otherCounterIds: readonly number[];
  /** Null: all services of its counters. */
  readonly serviceIds: readonly number[] | null;
  /** All its counters, if not only those named. */
  readonly served?: readonly number[];
}

/** Refuses `invalid_request` with every counter that isn't in the hall or is named twice, and every service of none of them. */
function requireDuty({ hall }: ActionContext, duty: Duty): void {
  const { counterId, otherCounterIds, serviceIds, served = [counterId, ...otherCounterIds] } = duty;
  const unknown = (path: string, id: number) =>
    hall.counter.has(id) ? [] : [{ path, fault: fieldFault('no_counter_id', { id }) }];
  const errors: PlacedFault[] = [
    ...unknown('counterId', counterId),
    ...otherCounterIds.flatMap((id, index) => {
      const path = `otherCounterIds.${index}`;
      if (id !== counterId && otherCounterIds.indexOf(id) === index) return unknown(path, id);
      return [{ path, fault: fieldFault('desk_serves_already') }];
    }),
  ];
  if (errors.length === 0) {
    for (const [index, service] of (serviceIds ?? []).entries()) {
      if (served.includes(hall.service.get(service)?.counterId ?? 0)) continue;
      const fault =
        served.length === 1
          ? fieldFault('counter_without_service', { counter: counterId, service })
          : fieldFault('desk_without_service', { service });
      errors.push({ path: `serviceIds.${index}`, fault });
    }
  }
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
}
