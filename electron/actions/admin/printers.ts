import type { NewPrinter, PrinterChange } from '../../contract/printers';
import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { putInPlace } from './put-in-place';

/** Adds a printer behind a kiosk's others; returns its id. Refuses `already_exists` for one that it has already. */
export function makePrinter({ transaction }: ActionContext, deviceId: string, printer: NewPrinter): number {
  requireTargetFree(transaction, deviceId, printer.target, null);
  const { lastId } = transaction.run(
    query.insertInto('printers').values({
      deviceId,
      position: 0,
      name: printer.name,
      target: printer.target,
      profileJson: JSON.stringify(printer.profile),
      placeJson: JSON.stringify(printer.place),
      rollMetres: printer.rollMetres,
      lamp: printer.lamp ? 1 : 0,
    }),
  );
  place(transaction, deviceId, lastId, Number.POSITIVE_INFINITY);
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/** Changes what is given of a printer. Refuses `not_found`, `already_exists` for one that the kiosk has already. */
export function changePrinter(
  { transaction }: ActionContext,
  printerId: number,
  change: PrinterChange,
): void {
  const row = transaction.first(query.selectFrom('printers').selectAll().where('id', '=', printerId));
  if (!row) throw new Refusal('not_found');
  const target = change.target ?? row.target;
  requireTargetFree(transaction, row.deviceId, target, printerId);
  const rollMetres = change.rollMetres ?? row.rollMetres;
  transaction.run(
    query
      .updateTable('printers')
      .set({
        name: change.name ?? row.name,
        target,
        profileJson: change.profile ? JSON.stringify(change.profile) : row.profileJson,
        placeJson: change.place ? JSON.stringify(change.place) : row.placeJson,
        rollMetres,
        lamp: change.lamp === undefined ? row.lamp : change.lamp ? 1 : 0,
        // What rolls of another length taught is of no use.
        ticketsPerRoll: rollMetres === row.rollMetres ? row.ticketsPerRoll : null,
        version: row.version + 1,
      })
      .where('id', '=', printerId),
  );
  if (change.position !== undefined) place(transaction, row.deviceId, printerId, change.position);
  transaction.announce({ kind: 'configuration' });
}

/** Removes a printer; what it was printing is printed again by another, as a copy. Refuses `not_found`. */
export function removePrinter({ transaction }: ActionContext, printerId: number): void {
  const { changes } = transaction.run(query.deleteFrom('printers').where('id', '=', printerId));
  if (changes === 0) throw new Refusal('not_found');
  transaction.announce({ kind: 'configuration' });
}

function requireTargetFree(
  transaction: Transaction,
  deviceId: string,
  target: string,
  printerId: number | null,
): void {
  const same = transaction.first(
    query
      .selectFrom('printers')
      .select('id')
      .where('deviceId', '=', deviceId)
      .where('target', '=', target)
      .where('id', '!=', printerId ?? 0),
  );
  if (same)
    throw new Refusal('already_exists', {
      errors: [{ path: 'target', fault: fieldFault('set_up_already') }],
    });
}

function place(transaction: Transaction, deviceId: string, printerId: number, position: number): void {
  const ids = transaction
    .all(
      query
        .selectFrom('printers')
        .select('id')
        .where('deviceId', '=', deviceId)
        .orderBy('position')
        .orderBy('id'),
    )
    .map(({ id }) => id);
  for (const [index, id] of putInPlace(ids, printerId, position).entries()) {
    transaction.run(query.updateTable('printers').set({ position: index }).where('id', '=', id));
  }
}
