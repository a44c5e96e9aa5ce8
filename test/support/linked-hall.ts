import { chainFault, hashBefore } from '../../electron/contract/centre/journal-hash';
import { type JournalEntry, readEntry } from '../../electron/contract/centre/journal-kinds';
import type { JournalRow } from '../../electron/contract/centre/journal-row';
import { hallIdOf, linkFeed } from '../../electron/store/journal/feed';
import { rowsBefore } from '../../electron/store/journal/journal-rows';
import { type Journal, keepJournal } from '../../electron/store/journal/keep-journal';
import type { Store } from '../../electron/store/store';
import { type StaffHall, staffHall } from './staff-hall';

export const machineOfTests = 'machine-of-tests-00000';

export interface JournalHall extends StaffHall {
  readonly journal: Journal;
  /** What could not be told. */
  readonly faults: unknown[];
  link(): void;
}

/** A hall with officers, whose journal is kept once it is linked. */
export function journalHall(): JournalHall {
  const hall = staffHall();
  const faults: unknown[] = [];
  const journal = keepJournal({
    store: hall.store,
    clock: hall.time,
    onFault: (error) => void faults.push(error),
  });
  return Object.assign(hall, {
    journal,
    faults,
    link: () => hall.store.write((transaction) => linkFeed(transaction, machineOfTests)),
  });
}

/** All rows, the oldest first. Throws unless each epoch's follow each other and every body is what its kind says. */
export function journalOf(store: Store): { readonly rows: JournalRow[]; readonly entries: JournalEntry[] } {
  const rows = rowsBefore(store, null, 1_000_000).reverse();
  const epochs = new Set(rows.map(({ epoch }) => epoch));
  for (const epoch of epochs) {
    const own = rows.filter((row) => row.epoch === epoch);
    const fault = chainFault({ epoch, seq: 0, hash: hashBefore(hallIdOf(store) ?? '', epoch) }, own);
    if (fault) throw new Error(`epoch ${epoch}: ${JSON.stringify(fault)}`);
  }
  const entries = rows.map((row) => {
    const read = readEntry(row);
    if ('parked' in read) throw new Error(`${row.kind}: ${read.parked} ${row.body}`);
    return read.entry;
  });
  return { rows, entries };
}
