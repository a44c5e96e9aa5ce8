import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { writeDurably } from './durable-file';
import { identify } from './hall-identity';

/**
 * What `DATA_DIR/hall.json` remembers of the hall, so that a lost database is missed and no number is given twice by a
 * copy that takes its place.
 */
export const rememberedHall = z.object({
  format: z.literal('antre-hall'),
  version: z.literal(1),
  /** The same stands in the database. */
  hallId: z.string(),
  /** Whether an Antre was working with the database, so that its log must lie beside it. */
  open: z.boolean(),
  /** By `2026-11-24 A`: the last number known to be on disk, and the one up to which numbers may have been given. */
  numbers: z.record(z.string(), z.object({ given: z.number().int(), upTo: z.number().int() })),
  /** Up to which calls and print jobs may have been numbered. */
  calls: z.number().int(),
  printJobs: z.number().int(),
});
export type RememberedHall = z.infer<typeof rememberedHall>;

function nothingYet(): RememberedHall {
  const hallId = randomBytes(16).toString('base64url');
  return { format: 'antre-hall', version: 1, hallId, open: false, numbers: {}, calls: 0, printJobs: 0 };
}
/** Numbers are remembered so many ahead, so that few of them cost a write to the disk of their own. */
const minAhead = 10;
const maxAhead = 1_000;
/** Where more are given than were remembered within this time, twice as many are remembered the next time. */
const quickMs = 60_000;
/** Numbers of so many business dates are remembered: the present one, and those of a clock that was wrong. */
const datesKept = 5;

/** Where the memory of a data directory's hall lies. */
export const memoryFile = (dataDir: string): string => join(dataDir, 'hall.json');

/** What was remembered; `unreadable` if the file is there and holds nothing of use, null if there is none. */
export function readMemory(dataDir: string): RememberedHall | 'unreadable' | null {
  try {
    return rememberedHall.parse(JSON.parse(readFileSync(memoryFile(dataDir), 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
}

/** Remembers the numbers that a database gives, on disk before the transaction that gives them. */
export class HallMemory {
  readonly #file: string;
  readonly #now: () => number;
  #remembered: RememberedHall;
  /** Whether anything was remembered before this start. */
  readonly isKnown: boolean;
  #ahead = minAhead;
  #writtenAt = Number.NEGATIVE_INFINITY;
  /** Keys that were written since a commit was last looked at. */
  readonly #toLookAt = new Set<string>();

  /** `now` is any clock of milliseconds that only goes forwards. */
  constructor(dataDir: string, now: () => number = () => performance.now()) {
    const found = readMemory(dataDir);
    this.#file = memoryFile(dataDir);
    this.#now = now;
    this.isKnown = found !== null && found !== 'unreadable';
    this.#remembered = found === null || found === 'unreadable' ? nothingYet() : found;
  }

  get remembered(): RememberedHall {
    return this.#remembered;
  }

  /**
   * Watches the numbers that a connection gives from now on. Its triggers belong to the connection alone; what they
   * throw (a full disk) undoes the statement that would have given the number.
   */
  watch(database: Database.Database): void {
    database.function('antre_number', (date: unknown, prefix: unknown, number: unknown) => {
      this.#number(`${date} ${prefix}`, Number(number));
      return null;
    });
    database.function('antre_row', (table: unknown, id: unknown) => {
      this.#row(table === 'calls' ? 'calls' : 'printJobs', Number(id));
      return null;
    });
    database.exec(watching);
  }

  /** Writes down that an Antre works with the database, and what it holds. */
  begin(database: Database.Database): void {
    const hallId = identify(database, this.#remembered.hallId);
    const kept = new Set(datesIn(database));
    const numbers = Object.entries(this.#remembered.numbers).filter(([key]) => kept.has(key.slice(0, 10)));
    this.#remembered = { ...this.#remembered, hallId, numbers: Object.fromEntries(numbers), open: true };
    this.#lookAll(database);
    this.#write();
  }

  /** Writes down that nobody works with it any more; its numbers are known exactly again. */
  end(database: Database.Database): void {
    this.#lookAll(database);
    const numbers = Object.fromEntries(
      Object.entries(this.#remembered.numbers).map(([key, { given }]) => [key, { given, upTo: given }]),
    );
    this.#remembered = { ...this.#remembered, numbers, open: false };
    this.#write();
  }

  /** To be called after a commit: what was written ahead of it is known to be given now. */
  committed(database: Database.Database): void {
    if (this.#toLookAt.size === 0) return;
    for (const key of this.#toLookAt) this.#look(database, key);
    this.#toLookAt.clear();
  }

  #number(key: string, number: number): void {
    const known = this.#remembered.numbers[key] ?? { given: 0, upTo: 0 };
    // Numbering begins anew at going live, and an admin may lead a date back: fewer are given then.
    if (number >= known.given && number <= known.upTo) return;
    const upTo = number > known.upTo ? number + this.#step() : known.upTo;
    const numbers = { ...this.#remembered.numbers, [key]: { given: Math.min(known.given, number), upTo } };
    this.#remembered = { ...this.#remembered, numbers };
    this.#write();
    this.#toLookAt.add(key);
  }

  #row(kind: 'calls' | 'printJobs', id: number): void {
    if (id <= this.#remembered[kind]) return;
    this.#remembered = { ...this.#remembered, [kind]: id + maxAhead };
    this.#write();
  }

  #step(): number {
    const now = this.#now();
    const isQuick = now - this.#writtenAt < quickMs;
    this.#ahead = isQuick ? Math.min(this.#ahead * 2, maxAhead) : minAhead;
    this.#writtenAt = now;
    return this.#ahead;
  }

  #lookAll(database: Database.Database): void {
    const dates = datesIn(database);
    const rows = database
      .prepare(
        `SELECT businessDate || ' ' || prefix AS key, lastNumber FROM number_sequences
         WHERE businessDate IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(dates)) as { readonly key: string; readonly lastNumber: number }[];
    const numbers = { ...this.#remembered.numbers };
    for (const { key, lastNumber } of rows) {
      numbers[key] = { given: lastNumber, upTo: Math.max(lastNumber, numbers[key]?.upTo ?? 0) };
    }
    this.#remembered = { ...this.#remembered, numbers };
    this.#toLookAt.clear();
  }

  #look(database: Database.Database, key: string): void {
    const found = database
      .prepare('SELECT lastNumber FROM number_sequences WHERE businessDate = ? AND prefix = ?')
      .pluck()
      .get(key.slice(0, 10), key.slice(11)) as number | undefined;
    const known = this.#remembered.numbers[key];
    if (!known) return;
    const numbers = { ...this.#remembered.numbers, [key]: { given: found ?? 0, upTo: known.upTo } };
    this.#remembered = { ...this.#remembered, numbers };
  }

  #write(): void {
    writeDurably(this.#file, JSON.stringify(this.#remembered));
  }
}

function datesIn(database: Database.Database): string[] {
  return database
    .prepare('SELECT DISTINCT businessDate FROM number_sequences ORDER BY businessDate DESC LIMIT ?')
    .pluck()
    .all(datesKept) as string[];
}

const watching = `
CREATE TEMP TRIGGER number_begun AFTER INSERT ON main.number_sequences
  BEGIN SELECT antre_number(new.businessDate, new.prefix, new.lastNumber); END;
CREATE TEMP TRIGGER number_given AFTER UPDATE ON main.number_sequences
  BEGIN
  SELECT antre_number(old.businessDate, old.prefix, 0) WHERE (old.businessDate, old.prefix) <> (new.businessDate, new.prefix);
  SELECT antre_number(new.businessDate, new.prefix, new.lastNumber); END;
CREATE TEMP TRIGGER number_taken_back AFTER DELETE ON main.number_sequences
  BEGIN SELECT antre_number(old.businessDate, old.prefix, 0); END;
CREATE TEMP TRIGGER call_numbered AFTER INSERT ON main.calls
  BEGIN SELECT antre_row('calls', new.sequence); END;
CREATE TEMP TRIGGER job_numbered AFTER INSERT ON main.print_jobs
  BEGIN SELECT antre_row('print_jobs', new.id); END;
`;
