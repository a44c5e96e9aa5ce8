import { learnFromRoll, type PaperRoll } from '../../queue/paper-left';
import { Refusal } from '../../queue/refusal';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';

/** What is known of a printer's roll; `ticketMillimetres` is what a ticket takes now. Undefined for no such printer. */
export function readPaperRoll(
  reader: Reader,
  printerId: number,
  ticketMillimetres: number,
): PaperRoll | undefined {
  const row = reader.first(
    query
      .selectFrom('printers')
      .select([
        'rollMetres',
        'ticketsPerRoll',
        'printedSinceRoll',
        'printedAtLow',
        'ticketsAfterLow',
        'rollState as state',
        'rollSeenNew',
      ])
      .where('id', '=', printerId),
  );
  return row && { ...row, rollSeenNew: row.rollSeenNew === 1, ticketMillimetres };
}

/** A ticket took paper from a printer's roll, whole or in part. */
export function countPaper({ transaction }: ActionContext, printerId: number): void {
  transaction.run(
    query
      .updateTable('printers')
      .set((row) => ({ printedSinceRoll: row('printedSinceRoll', '+', 1) }))
      .where('id', '=', printerId),
  );
  transaction.announce({ kind: 'paper' });
}

/** The near-end sensor sees the end of the roll. */
export function paperIsLow({ transaction }: ActionContext, printerId: number): void {
  transaction.run(
    query
      .updateTable('printers')
      .set(({ fn }) => ({ rollState: 'low', printedAtLow: fn.coalesce('printedAtLow', 'printedSinceRoll') }))
      .where('id', '=', printerId),
  );
  transaction.announce({ kind: 'paper' });
}

/** The roll is at its end: what it was good for is what the next ones are. */
export function paperRanOut(
  { transaction }: ActionContext,
  printerId: number,
  ticketMillimetres: number,
): void {
  const roll = readPaperRoll(transaction, printerId, ticketMillimetres);
  if (!roll) return;
  transaction.run(
    query
      .updateTable('printers')
      .set({ rollState: 'out', ...learnFromRoll(roll) })
      .where('id', '=', printerId),
  );
  transaction.announce({ kind: 'paper' });
}

/** A new roll is in the printer: the count begins again. Refuses `not_found`. */
export function beginRoll({ transaction }: ActionContext, printerId: number): void {
  const { changes } = transaction.run(
    query
      .updateTable('printers')
      .set({ rollState: 'fine', rollSeenNew: 1, printedSinceRoll: 0, printedAtLow: null })
      .where('id', '=', printerId),
  );
  if (changes === 0) throw new Refusal('not_found');
  transaction.announce({ kind: 'paper' });
}
