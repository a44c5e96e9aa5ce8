import { maxSlides, type SlideChange } from '../../contract/admin-screens';
import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { putInPlace } from './put-in-place';

/**
 * Puts a file that is kept already among the slides, the last of them, shown every day; returns its id.
 * Refuses `limit_reached`.
 */
export function makeSlide(
  { transaction }: ActionContext,
  slide: {
    readonly name: string;
    readonly kind: 'image' | 'video';
    readonly file: string;
    readonly bytes: number;
  },
): number {
  const before = idsInOrder(transaction);
  if (before.length >= maxSlides) throw new Refusal('limit_reached');
  const { lastId } = transaction.run(
    query.insertInto('slides').values({
      ...slide,
      position: before.length,
      seconds: 10,
      weekdaysJson: JSON.stringify([1, 2, 3, 4, 5, 6, 7]),
    }),
  );
  place(transaction, lastId, before.length);
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/** Changes what is given of a slide, or moves it. Refuses `not_found`, and `invalid_request` for days in wrong order. */
export function changeSlide({ transaction }: ActionContext, slideId: number, change: SlideChange): void {
  const row = transaction.first(query.selectFrom('slides').selectAll().where('id', '=', slideId));
  if (!row) throw new Refusal('not_found');
  const fromDate = change.fromDate === undefined ? row.fromDate : change.fromDate;
  const toDate = change.toDate === undefined ? row.toDate : change.toDate;
  if (fromDate !== null && toDate !== null && toDate < fromDate) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'toDate', fault: fieldFault('ends_before_begin') }],
    });
  }
  transaction.run(
    query
      .updateTable('slides')
      .set({
        name: change.name ?? row.name,
        seconds: change.seconds ?? row.seconds,
        weekdaysJson: change.weekdays ? JSON.stringify([...change.weekdays].sort()) : row.weekdaysJson,
        fromTime: change.hours === undefined ? row.fromTime : (change.hours?.from ?? null),
        toTime: change.hours === undefined ? row.toTime : (change.hours?.to ?? null),
        fromDate,
        toDate,
        shown: change.shown === undefined ? row.shown : change.shown ? 1 : 0,
        version: row.version + 1,
      })
      .where('id', '=', slideId),
  );
  if (change.position !== undefined) place(transaction, slideId, change.position);
  transaction.announce({ kind: 'configuration' });
}

/** Takes a slide away; returns its file, which is of no use any more. Refuses `not_found`. */
export function removeSlide({ transaction }: ActionContext, slideId: number): string {
  const row = transaction.first(query.selectFrom('slides').select('file').where('id', '=', slideId));
  if (!row) throw new Refusal('not_found');
  transaction.run(query.deleteFrom('slides').where('id', '=', slideId));
  transaction.announce({ kind: 'configuration' });
  return row.file;
}

function idsInOrder(transaction: Transaction): number[] {
  return transaction
    .all(query.selectFrom('slides').select('id').orderBy('position').orderBy('id'))
    .map(({ id }) => id);
}

function place(transaction: Transaction, slideId: number, position: number): void {
  for (const [index, id] of putInPlace(idsInOrder(transaction), slideId, position).entries()) {
    transaction.run(query.updateTable('slides').set({ position: index }).where('id', '=', id));
  }
}
