import type { JournalBody } from '../../contract/centre/journal-kinds';

/** What a centre is told, and how far it has it (`migrations/0031-journal.ts`). */
export interface JournalTables {
  journal: {
    epoch: number;
    seq: number;
    at: number;
    kind: string;
    version: number;
    body: string;
    hash: Uint8Array;
  };
  journal_feed: {
    id: number;
    linked: 0 | 1;
    /** Of the data directory that wrote last; another one opens a new epoch. */
    machine: string;
    /** The highest that is known, here or at the centre. */
    epoch: number;
    due: JournalBody<'epoch_opened'>['reason'] | null;
    afterEpoch: number | null;
    afterSeq: number | null;
    toldUntil: string | null;
    /** Of the configuration that was told last. */
    fingerprint: string | null;
    acknowledgedEpoch: number | null;
    acknowledgedSeq: number | null;
    acknowledgedAt: number | null;
  };
}
