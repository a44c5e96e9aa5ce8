import type { JournalBatch } from './batch';
import { chainFault, hashBefore } from './journal-hash';
import type { JournalPosition } from './journal-row';

/** How a batch stands to what the centre has of the hall. */
export type BatchJudgement =
  /** Its rows from `newFrom` on (an index; as many as there are: none) are new and follow what is there. */
  | { readonly judged: 'follows'; readonly newFrom: number }
  | { readonly judged: 'gap' }
  | { readonly judged: 'differs' }
  /** New rows of an epoch that was ended by a later one. */
  | { readonly judged: 'two_machines' }
  | { readonly judged: 'malformed'; readonly detail: string };

/**
 * Judges a batch whose signature and shape are right. `have`: the last row of the newest epoch that the centre has; `known`: the hashes
 * of what it has of the batch's epoch, by their number, at least from the one before the batch's first row to its last.
 */
export function judgeBatch(
  batch: JournalBatch,
  there: {
    readonly hallId: string;
    readonly have: JournalPosition | null;
    readonly known: ReadonlyMap<number, string>;
  },
): BatchJudgement {
  const { epoch, rows } = batch;
  const { have, known } = there;
  const wrong = rows.find(({ seq, kind }) => (seq === 1) !== (kind === 'epoch_opened'));
  if (wrong)
    return { judged: 'malformed', detail: `row ${wrong.seq}: an epoch opens with its first row alone` };
  const [first] = rows;
  if (!first) return { judged: 'malformed', detail: 'no rows' };
  // Whether they follow each other is their own affair, whatever is here.
  const inside = chainFault({ epoch, seq: first.seq, hash: first.hash }, rows.slice(1));
  if (inside) return { judged: 'malformed', detail: `row ${rows[inside.at + 1]?.seq}: its ${inside.fault}` };
  if (first.epoch !== epoch) return { judged: 'malformed', detail: 'another epoch' };

  const before = first.seq === 1 ? hashBefore(there.hallId, epoch) : known.get(first.seq - 1);
  const areAllKnown = rows.every(({ seq, hash }) => known.get(seq) === hash);
  if (have && epoch < have.epoch) {
    return areAllKnown ? { judged: 'follows', newFrom: rows.length } : { judged: 'two_machines' };
  }
  if (before === undefined) return { judged: 'gap' };
  if (chainFault({ epoch, seq: first.seq - 1, hash: before }, [first])) {
    // An epoch's first row hangs on nothing that the two could see differently.
    return first.seq === 1 ? { judged: 'malformed', detail: 'row 1: its hash' } : { judged: 'differs' };
  }
  const last = have?.epoch === epoch ? have.seq : 0;
  if (rows.some(({ seq, hash }) => seq <= last && known.get(seq) !== hash)) return { judged: 'differs' };
  const newFrom = rows.findIndex(({ seq }) => seq > last);
  return { judged: 'follows', newFrom: newFrom < 0 ? rows.length : newFrom };
}
