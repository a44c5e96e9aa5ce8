import type { CounterChange, NewCounter } from '../../contract/admin-hall';
import { inIndonesian } from '../../contract/languages';
import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import type { ActionContext } from '../action';
import { requireDeskNumbersApart } from './desk-numbers';
import { requireDeskUnused, requireServiceUnused } from './in-use';
import { followInstitutions, readInstitutions } from './institutions';
import { requireCodeFree, requirePrefixesApart } from './prefixes';
import { putInPlace } from './put-in-place';
import { copyServices } from './services';

/**
 * Makes a counter, at the end of the menu unless a position is given, with services like another's where one is named; returns
 * its id. Refuses `already_exists`, `invalid_request` where that other isn't there.
 */
export function makeCounter(context: ActionContext, counter: NewCounter): number {
  const { transaction } = context;
  requireCodeFree(transaction, counter.code, null);
  const { lastId } = transaction.run(
    query.insertInto('counters').values({
      code: counter.code,
      nameJson: JSON.stringify(counter.name),
      hintJson: JSON.stringify(counter.hint ?? inIndonesian(counter.name.id.slice(0, 24))),
      agency: counter.agency,
      groupName: counter.group,
      icon: counter.icon,
      zone: counter.zone ?? '',
      position: 0,
      paused: counter.paused ? 1 : 0,
      priorityRatio: counter.priorityRatio ?? null,
      waitLimitMinutes: counter.waitLimitMinutes ?? null,
      phoneJoining: counter.phoneJoining === false ? 0 : 1,
    }),
  );
  requirePrefixesApart(transaction, 'code');
  place(transaction, lastId, counter.position ?? Number.POSITIVE_INFINITY);
  if (counter.servicesOf !== undefined) copyServices(context, Number(counter.servicesOf), lastId);
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/**
 * Changes what is given of a counter, or brings an archived one back with the services and desks that went with it.
 * A zone that so gets another name keeps its kiosks and displays, an institution its people.
 * Refuses `not_found`, `already_exists` for a code or prefix that belongs to another.
 */
export function changeCounter(context: ActionContext, counterId: number, change: CounterChange): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('counters').selectAll().where('id', '=', counterId));
  if (!row) throw new Refusal('not_found');
  const institutions = change.agency === undefined ? null : readInstitutions(transaction);
  const comesBack = change.archived === false && row.archivedAt !== null;
  const code = change.code ?? row.code;
  const stays = row.archivedAt === null || comesBack;
  if (stays) requireCodeFree(transaction, code, counterId);
  transaction.run(
    query
      .updateTable('counters')
      .set({
        code,
        nameJson: change.name ? JSON.stringify(change.name) : row.nameJson,
        hintJson: change.hint ? JSON.stringify(change.hint) : row.hintJson,
        agency: change.agency ?? row.agency,
        groupName: change.group ?? row.groupName,
        icon: change.icon ?? row.icon,
        zone: change.zone ?? row.zone,
        paused: change.paused === undefined ? row.paused : change.paused ? 1 : 0,
        stopJson: change.paused === false ? null : row.stopJson,
        priorityRatio: change.priorityRatio === undefined ? row.priorityRatio : change.priorityRatio,
        waitLimitMinutes:
          change.waitLimitMinutes === undefined ? row.waitLimitMinutes : change.waitLimitMinutes,
        phoneJoining: change.phoneJoining === undefined ? row.phoneJoining : change.phoneJoining ? 1 : 0,
        archivedAt: comesBack ? null : row.archivedAt,
        version: row.version + 1,
      })
      .where('id', '=', counterId),
  );
  if (institutions) followInstitutions(context, institutions);
  if (change.zone !== undefined) takeDevicesAlong(transaction, row.zone, change.zone);
  if (comesBack) {
    for (const table of ['services', 'desks'] as const) {
      transaction.run(
        query
          .updateTable(table)
          .set((each) => ({ archivedAt: null, version: each('version', '+', 1) }))
          .where('counterId', '=', counterId)
          .where('archivedAt', '=', row.archivedAt),
      );
    }
    requireDeskNumbersApart(transaction);
  }
  if (comesBack || code !== row.code) {
    requirePrefixesApart(transaction, change.code === undefined ? 'archived' : 'code');
  }
  if (change.position !== undefined || comesBack) {
    place(transaction, counterId, change.position ?? Number.POSITIVE_INFINITY);
  }
  transaction.announce({ kind: 'configuration' });
}

/**
 * Archives a counter with its services and desks: their history stays. Refuses `not_found`, and `in_use` while its
 * visitors are in the hall or somebody serves at a desk that serves it.
 */
export function archiveCounter(context: ActionContext, counterId: number): void {
  const { transaction, now } = context;
  const row = transaction.first(
    query.selectFrom('counters').select('id').where('id', '=', counterId).where('archivedAt', 'is', null),
  );
  if (!row) throw new Refusal('not_found');
  const parts = (table: 'services' | 'desks') =>
    transaction.all(
      query.selectFrom(table).select('id').where('counterId', '=', counterId).where('archivedAt', 'is', null),
    );
  for (const { id } of parts('services')) requireServiceUnused(context, id);
  const shared = context.hall.counter.get(counterId)?.desks ?? [];
  for (const { id } of [...parts('desks'), ...shared]) requireDeskUnused(context, id);
  for (const table of ['services', 'desks'] as const) {
    transaction.run(
      query
        .updateTable(table)
        .set((each) => ({ archivedAt: now, version: each('version', '+', 1) }))
        .where('counterId', '=', counterId)
        .where('archivedAt', 'is', null),
    );
  }
  transaction.run(
    query
      .updateTable('counters')
      .set((each) => ({ archivedAt: now, version: each('version', '+', 1) }))
      .where('id', '=', counterId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** A zone that its last counter leaves was given another name: kiosks and displays that are for it go along. */
function takeDevicesAlong(transaction: Transaction, from: string, to: string): void {
  const left = transaction.first(
    query.selectFrom('counters').select('id').where('zone', '=', from).where('archivedAt', 'is', null),
  );
  if (left || from === to || to === '') return;
  transaction.run(
    query
      .updateTable('devices')
      .set((each) => ({ zone: to, version: each('version', '+', 1) }))
      .where('zone', '=', from),
  );
}

/** Moves one within the menu. The others keep their versions: who edits one of them need not hear of it. */
function place(transaction: Transaction, counterId: number, position: number): void {
  const rows = transaction.all(
    query
      .selectFrom('counters')
      .select(['id', 'position'])
      .where('archivedAt', 'is', null)
      .orderBy('position')
      .orderBy('id'),
  );
  const ids = putInPlace(
    rows.map((row) => row.id),
    counterId,
    position,
  );
  const before = new Map(rows.map((row) => [row.id, row.position]));
  for (const [index, id] of ids.entries()) {
    if (before.get(id) === index) continue;
    transaction.run(query.updateTable('counters').set({ position: index }).where('id', '=', id));
  }
}
