import type { DeskChange, NewDesk } from '../../contract/admin-hall';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireDeskNumbersApart } from './desk-numbers';
import { requireDeskUnused } from './in-use';

/**
 * Makes a desk, labelled by its number unless a label is given; answers its id. Refuses `already_exists` for a number
 * that another desk of the hall has, `invalid_request` for a counter or service that isn't there.
 */
export function makeDesk(context: ActionContext, desk: NewDesk): number {
  const { transaction } = context;
  const counterId = Number(desk.counterId);
  const serviceIds = desk.serviceIds?.map(Number) ?? null;
  requireDuty(context, counterId, serviceIds);
  const { lastId } = transaction.run(
    query.insertInto('desks').values({
      counterId,
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
 * Changes what is given of a desk, or brings an archived one back. Another counter's desk serves all of its services
 * unless they are given too. Refuses `not_found`, `already_exists`, `invalid_request` as `makeDesk`, and `in_use` for
 * another counter while somebody serves there.
 */
export function changeDesk(context: ActionContext, deskId: number, change: DeskChange): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('desks').selectAll().where('id', '=', deskId));
  if (!row) throw new Refusal('not_found');
  const counterId = change.counterId === undefined ? row.counterId : Number(change.counterId);
  const moves = counterId !== row.counterId;
  if (moves) requireDeskUnused(context, deskId);
  const comesBack = change.archived === false && row.archivedAt !== null;
  const serviceIds = change.serviceIds?.map(Number) ?? null;
  const given = change.serviceIds !== undefined;
  if (moves || comesBack || given) requireDuty(context, counterId, given ? serviceIds : null);
  transaction.run(
    query
      .updateTable('desks')
      .set({
        counterId,
        number: change.number ?? row.number,
        label: change.label ?? row.label,
        serviceIdsJson: given ? serviceIds && JSON.stringify(serviceIds) : moves ? null : row.serviceIdsJson,
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

function requireDuty({ hall }: ActionContext, counterId: number, serviceIds: readonly number[] | null): void {
  const errors = hall.counter.has(counterId)
    ? (serviceIds ?? []).flatMap((serviceId, index) =>
        hall.service.get(serviceId)?.counterId === counterId
          ? []
          : [
              {
                path: `serviceIds.${index}`,
                message: fieldFault('counter {counter} has no service {service}', {
                  counter: counterId,
                  service: serviceId,
                }),
              },
            ],
      )
    : [{ path: 'counterId', message: fieldFault('there is no counter {id} in the hall', { id: counterId }) }];
  if (errors.length > 0) throw new Refusal('invalid_request', { errors });
}
