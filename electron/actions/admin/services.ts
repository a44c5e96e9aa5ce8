import type { NewService, ServiceChange } from '../../contract/admin-hall';
import { inEachLanguage } from '../../contract/languages';
import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireServiceUnused } from './in-use';
import { requirePrefixesApart, requirePrefixFree } from './prefixes';
import { putInPlace } from './put-in-place';

/**
 * Makes a service, the last of its counter unless a position is given; returns its id.
 * Refuses `invalid_request` for a counter that isn't there, `already_exists` for a prefix of another counter.
 */
export function makeService({ transaction, hall }: ActionContext, service: NewService): number {
  const counterId = Number(service.counterId);
  if (!hall.counter.has(counterId)) refuseCounter(counterId);
  const { lastId } = transaction.run(
    query.insertInto('services').values({
      counterId,
      nameJson: JSON.stringify(service.name),
      prefix: service.prefix ?? null,
      quotaPerDay: service.quotaPerDay ?? null,
      usualMinutes: service.usualMinutes,
      documentsJson: JSON.stringify(service.documents ?? inEachLanguage(() => [])),
      position: 0,
      paused: service.paused ? 1 : 0,
      prioritiesJson: service.priorities ? JSON.stringify(service.priorities) : null,
      calledMinutes: service.calledMinutes ?? null,
    }),
  );
  // Without one of its own it gives numbers under its counter's, which nobody else has.
  if (service.prefix) requirePrefixFree(transaction, service.prefix, counterId);
  place(transaction, counterId, lastId, service.position ?? Number.POSITIVE_INFINITY);
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/** Gives a counter services like another's, in their order. Refuses `invalid_request` where that other isn't there. */
export function copyServices({ transaction, hall }: ActionContext, fromId: number, toId: number): void {
  if (!hall.counter.has(fromId)) refuseCounter(fromId, 'servicesOf');
  const kept = transaction.all(
    query
      .selectFrom('services')
      .where('counterId', '=', fromId)
      .where('archivedAt', 'is', null)
      .select([
        'nameJson',
        'quotaPerDay',
        'usualMinutes',
        'documentsJson',
        'position',
        'paused',
        'prioritiesJson',
        'calledMinutes',
      ]),
  );
  for (const service of kept) {
    transaction.run(query.insertInto('services').values({ ...service, counterId: toId, prefix: null }));
  }
}

/**
 * Changes what is given of a service, or brings an archived one back. Numbers already given keep their prefix.
 * Refuses `not_found`, `already_exists` for a prefix of another counter, `invalid_request` where it would come back to
 * a counter that is archived.
 */
export function changeService(
  { transaction, hall }: ActionContext,
  serviceId: number,
  change: ServiceChange,
): void {
  const row = transaction.first(query.selectFrom('services').selectAll().where('id', '=', serviceId));
  if (!row) throw new Refusal('not_found');
  const comesBack = change.archived === false && row.archivedAt !== null;
  if (comesBack && !hall.counter.has(row.counterId)) refuseCounter(row.counterId);
  transaction.run(
    query
      .updateTable('services')
      .set({
        nameJson: change.name ? JSON.stringify(change.name) : row.nameJson,
        prefix: change.prefix === undefined ? row.prefix : change.prefix,
        quotaPerDay: change.quotaPerDay === undefined ? row.quotaPerDay : change.quotaPerDay,
        usualMinutes: change.usualMinutes ?? row.usualMinutes,
        documentsJson: change.documents ? JSON.stringify(change.documents) : row.documentsJson,
        paused: change.paused === undefined ? row.paused : change.paused ? 1 : 0,
        stopJson: change.paused === false ? null : row.stopJson,
        prioritiesJson:
          change.priorities === undefined
            ? row.prioritiesJson
            : change.priorities && JSON.stringify(change.priorities),
        calledMinutes: change.calledMinutes === undefined ? row.calledMinutes : change.calledMinutes,
        archivedAt: comesBack ? null : row.archivedAt,
        version: row.version + 1,
      })
      .where('id', '=', serviceId),
  );
  if (comesBack) requirePrefixesApart(transaction, change.prefix === undefined ? 'archived' : 'prefix');
  else if (change.prefix && change.prefix !== row.prefix && row.archivedAt === null) {
    requirePrefixFree(transaction, change.prefix, row.counterId);
  }
  if (change.position !== undefined || comesBack) {
    place(transaction, row.counterId, serviceId, change.position ?? Number.POSITIVE_INFINITY);
  }
  transaction.announce({ kind: 'configuration' });
}

/** Archives a service: its history stays. Refuses `not_found`, and `in_use` while its visitors are in the hall. */
export function archiveService(context: ActionContext, serviceId: number): void {
  const { transaction, now } = context;
  const row = transaction.first(
    query.selectFrom('services').select('id').where('id', '=', serviceId).where('archivedAt', 'is', null),
  );
  if (!row) throw new Refusal('not_found');
  requireServiceUnused(context, serviceId);
  transaction.run(
    query
      .updateTable('services')
      .set((each) => ({ archivedAt: now, version: each('version', '+', 1) }))
      .where('id', '=', serviceId),
  );
  transaction.announce({ kind: 'configuration' });
}

function refuseCounter(counterId: number, path = 'counterId'): never {
  throw new Refusal('invalid_request', {
    errors: [{ path, fault: fieldFault('no_counter_id', { id: counterId }) }],
  });
}

/** Moves one among its counter's services; the others keep their versions. */
function place(transaction: Transaction, counterId: number, serviceId: number, position: number): void {
  const rows = transaction.all(
    query
      .selectFrom('services')
      .select(['id', 'position'])
      .where('counterId', '=', counterId)
      .where('archivedAt', 'is', null)
      .orderBy('position')
      .orderBy('id'),
  );
  const ids = putInPlace(
    rows.map((row) => row.id),
    serviceId,
    position,
  );
  const before = new Map(rows.map((row) => [row.id, row.position]));
  for (const [index, id] of ids.entries()) {
    if (before.get(id) === index) continue;
    transaction.run(query.updateTable('services').set({ position: index }).where('id', '=', id));
  }
}
