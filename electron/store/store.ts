import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { preserveOnRestore } from './backups/preserve-on-restore';
import { raiseNumbers } from './backups/raise-numbers';
import { comingFile, swapDatabase } from './backups/replace-database';
import type { Change } from './changes';
import { checkAside } from './check-aside';
import type { HallMemory } from './hall-memory';
import { mayLackItsLog, requireFile, requireOurs, requireRemembered } from './judge-database';
import { migrate } from './migrate';
import { openDatabase } from './open-database';
import { QuietCheckpoints } from './quiet-checkpoints';
import type { Tables } from './schema';
import { DatabaseLost, StoreBusyError } from './store-errors';
import { TouchedRows } from './touched-rows';

/**
 * Builds typed queries; it has no connection. The store runs what it compiled at once and synchronously:
 * better-sqlite3's transactions must not be left open across an await.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** What runs inside a transaction, or outside one for reading. */
export interface Reader {
  /** Which rows were written: what is kept in memory of them is read anew. */
  readonly touched: TouchedRows;
  /** All rows of a query. */
  all<Row>(compilable: Compilable<Row>): Row[];
  /** The first row of a query, or undefined. */
  first<Row>(compilable: Compilable<Row>): Row | undefined;
}

export interface Transaction extends Reader {
  /** Runs an insert, update or delete; returns the rows changed and the last row's id. */
  run(compilable: Compilable<unknown>): { readonly changes: number; readonly lastId: number };
  /** Tells the listeners of `onCommit`, once the transaction is on disk. */
  announce(change: Change): void;
  /** Runs `work` so that an exception from it undoes only what it did; announcements of it are dropped too. */
  savepoint<Result>(work: () => Result): Result;
}

/** Who reads what commits added to the write-ahead log. */
export interface LogFollower {
  committed(): void;
  look(): void;
}

export interface Store extends Reader {
  /**
   * Runs `work` in one immediate transaction: it sees the newest state, nobody writes meanwhile, and all or
   * nothing is on disk (`synchronous=FULL`) when this returns. Any exception rolls back and is thrown on.
   */
  write<Result>(work: (transaction: Transaction) => Result): Result;
  /**
   * Lets something be written at the end of each transaction that changed anything, in it, from what it announced. There is one
   * such writer; what it throws undoes the transaction.
   */
  writeBeforeCommit(writer: (transaction: Transaction, changes: readonly Change[]) => void): void;
  /** Called after each commit that announced something. Returns a function that stops it. */
  onCommit(listener: (changes: readonly Change[]) => void): () => void;
  /**
   * Calls `committed` after every commit, before anybody hears what it announced, and `look` before the log can be begun
   * anew: it is so by the next commit once it was written back. Returns a function that stops it.
   */
  followLog(follower: LogFollower): () => void;
  /** How many frames of the write-ahead log are committed. */
  logFrames(): number;
  /** Whether the database answers and no damage was found in it, and the file's name, for `/healthz`. */
  check(): { readonly ok: boolean; readonly file: string };
  /** Copies the whole database into a new file, page by page, while others read and write. */
  backup(file: string): Promise<void>;
  /**
   * Lets the restorable copy at `comingFile` take the database's place, with what must not go back kept in it, and
   * leaves what was there at `replacedFile`. Whoever holds this store goes on with it. Throws `StoreBusyError`, with nothing
   * replaced.
   */
  replaceByCopy(): void;
  /**
   * Empties the write-ahead log where rows were deleted since the last time: it still has them. Where somebody reads from
   * it just now, the next call does.
   */
  wipeLog(): void;
  close(): void;
}

/** A file up to this size is checked whole before it is used, which takes about a second at most. */
const checkedAtOnceBytes = 64 * 1024 * 1024;

export interface StoreOptions {
  /** Hears what was found wrong in a file that was too large to be checked before it is used. */
  readonly onDamage?: (found: string) => void;
  readonly checkedAtOnceBytes?: number;
  /** Remembers beside the database which numbers it gives. */
  readonly memory?: HallMemory;
  /** Whether the database of a hall must be there, so that none is begun anew. */
  readonly wasHall?: boolean;
}

/**
 * Opens the database file, creating and migrating it as needed. A small file is checked whole first; a large one
 * is used at once and checked aside.
 * Throws `DatabaseLost` if it is not what it must be, and `StoreUnusableError` if a newer Antre wrote it or it can't be
 * opened; the file is left as it was.
 */
export function openStore(file: string, options: StoreOptions = {}): Store {
  const { memory, wasHall = false } = options;
  if (wasHall) requireFile(file);
  const lacksLog = memory !== undefined && mayLackItsLog(file, memory.remembered);
  const database = openDatabase(file);
  const isSmall =
    file === ':memory:' || statSync(file).size <= (options.checkedAtOnceBytes ?? checkedAtOnceBytes);
  try {
    const isNew = requireOurs(database, file, wasHall) === 'new';
    prepareConnection(database);
    if (isSmall && database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new DatabaseLost('damaged', file);
    }
    migrate(database, file);
    if (memory) {
      // A new hall in the place of a lost one: its numbers are still in people's hands.
      if (isNew) raiseNumbers(database, memory.remembered);
      if (memory.isKnown) requireRemembered(database, file, memory.remembered);
      if (lacksLog) raiseNumbers(database, memory.remembered);
      memory.begin(database);
    }
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) {
      throw new DatabaseLost('damaged', file);
    }
    throw error;
  }
  return new SqliteStore(database, file, {
    onDamage: isSmall ? null : (options.onDamage ?? (() => {})),
    memory: memory ?? null,
  });
}

const logLimitPages = 4_000;

function prepareConnection(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`busy_timeout = ${busyMs}`);
  // What is deleted is written over, so that nobody finds it in the file.
  database.pragma('secure_delete = ON');
  // In pages, 16 MB; before that the log is written back at a quiet moment.
  database.pragma(`wal_autocheckpoint = ${logLimitPages}`);
}

const busyMs = 5_000;

class SqliteStore implements Store {
  readonly touched = new TouchedRows();
  #database: Database.Database;
  #backupsUnderWay = 0;
  readonly #file: string;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #checkpoints = new QuietCheckpoints(() => this.#checkpoint());
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  readonly #logFollowers = new Set<LogFollower>();
  #writer: ((transaction: Transaction, changes: readonly Change[]) => void) | null = null;

  #isDamaged = false;
  /** Since the log was emptied last; it may have been left by an Antre that was killed. */
  #hasDeleted = true;
  readonly #stopChecking: () => void;

  readonly #memory: HallMemory | null;

  /** With `onDamage` the file is checked aside. */
  constructor(
    database: Database.Database,
    file: string,
    parts: { readonly onDamage: ((found: string) => void) | null; readonly memory: HallMemory | null },
  ) {
    const { onDamage } = parts;
    this.#database = database;
    this.#file = file;
    this.#memory = parts.memory;
    this.#watch();
    this.#stopChecking = onDamage
      ? checkAside(file, (found) => {
          if (found === null || found === 'ok') return;
          this.#isDamaged = true;
          onDamage(found);
        })
      : () => {};
  }

  all<Row>(compilable: Compilable<Row>): Row[] {
    const { sql, parameters } = compilable.compile();
    return this.#statement(sql).all(...parameters) as Row[];
  }

  first<Row>(compilable: Compilable<Row>): Row | undefined {
    const { sql, parameters } = compilable.compile();
    return this.#statement(sql).get(...parameters) as Row | undefined;
  }

  write<Result>(work: (transaction: Transaction) => Result): Result {
    let changes: Change[] = [];
    const transaction: Transaction = {
      touched: this.touched,
      all: (compilable) => this.all(compilable),
      first: (compilable) => this.first(compilable),
      run: (compilable) => this.#run(compilable.compile()),
      announce: (change) => void changes.push(change),
      savepoint: (inner) => {
        const before = changes.length;
        try {
          return this.#within('SAVEPOINT part', inner, 'RELEASE part', 'ROLLBACK TO part');
        } catch (error) {
          changes = changes.slice(0, before);
          throw error;
        }
      },
    };
    this.touched.begun();
    const wholeWork = () => {
      const result = work(transaction);
      this.#writer?.(transaction, changes);
      return result;
    };
    const result = this.#within('BEGIN IMMEDIATE', wholeWork, 'COMMIT', 'ROLLBACK');
    this.#memory?.committed(this.#database);
    this.#tellLogFollowers();
    this.#checkpoints.written();
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
    return result;
  }

  writeBeforeCommit(writer: (transaction: Transaction, changes: readonly Change[]) => void): void {
    this.#writer = writer;
  }

  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  followLog(follower: LogFollower): () => void {
    this.#logFollowers.add(follower);
    return () => void this.#logFollowers.delete(follower);
  }

  logFrames(): number {
    const [found] = this.#statement('PRAGMA wal_checkpoint(NOOP)').all() as { readonly log: number }[];
    return Math.max(0, found?.log ?? 0);
  }

  #tellLogFollowers(): void {
    if (this.#logFollowers.size === 0) return;
    for (const follower of this.#logFollowers) follower.committed();
    // At this length SQLite has written it back by itself.
    if (this.logFrames() >= logLimitPages) this.#lookAtLog();
  }

  #lookAtLog(): void {
    for (const follower of this.#logFollowers) follower.look();
  }

  check(): { ok: boolean; file: string } {
    try {
      const answers = this.#database.prepare('SELECT 1').pluck().get() === 1;
      return { ok: answers && !this.#isDamaged, file: this.#file };
    } catch {
      return { ok: false, file: this.#file };
    }
  }

  async backup(file: string): Promise<void> {
    this.#backupsUnderWay += 1;
    try {
      // Free pages hold nothing: deleted rows were written over.
      await this.#database.backup(file);
    } finally {
      this.#backupsUnderWay -= 1;
    }
  }

  replaceByCopy(): void {
    if (this.#backupsUnderWay > 0) throw new StoreBusyError('the database is being copied');
    preserveOnRestore(this.#database, comingFile(this.#file));
    this.#stopChecking();
    // The log of the old database must not be found beside the new one: without it, one file is the whole database.
    this.#database.pragma('busy_timeout = 0');
    if (!this.#endLog()) {
      prepareConnection(this.#database);
      throw new StoreBusyError('the database is being checked');
    }
    this.#statements.clear();
    this.#database.close();
    try {
      swapDatabase(this.#file);
    } finally {
      this.#database = openDatabase(this.#file);
      prepareConnection(this.#database);
      this.#memory?.begin(this.#database);
      this.#watch();
    }
    const devices = this.all(query.selectFrom('devices').select('id'));
    const changes: readonly Change[] = [
      { kind: 'configuration' },
      { kind: 'replaced' },
      ...devices.map(({ id }) => ({ kind: 'print_job', deviceId: id }) as const),
    ];
    for (const listener of this.#listeners) listener(changes);
  }

  /** Hears from the connection what it writes. In this order: the first lets go of triggers that were there. */
  #watch(): void {
    this.touched.listenTo(this.#database);
    this.#memory?.watch(this.#database);
  }

  /** Waits for nobody: what another connection still reads stays in the log. */
  #checkpoint(): void {
    this.#lookAtLog();
    try {
      this.#statement('PRAGMA wal_checkpoint(PASSIVE)').all();
    } catch {
      // The disk is full, or the database is being replaced; the log stays, and the next quiet moment tries again.
    }
  }

  /** Returns whether the write-ahead log is gone: it stays while another connection reads. */
  #endLog(): boolean {
    try {
      return this.#database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
      throw error;
    }
  }

  wipeLog(): void {
    if (!this.#hasDeleted) return;
    this.#lookAtLog();
    this.#database.pragma('busy_timeout = 0');
    try {
      const [found] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      this.#hasDeleted = found?.busy !== 0;
    } finally {
      this.#database.pragma(`busy_timeout = ${busyMs}`);
    }
  }

  close(): void {
    if (!this.#database.open) return;
    this.#checkpoints.stop();
    this.#stopChecking();
    try {
      this.#memory?.end(this.#database);
    } catch {
      // A full disk: what was remembered before holds as well, only less exactly.
    }
    // No `PRAGMA optimize`: the plans must not hang on how large the tables were at some closing (one taken on the
    // first day made SQLite read two million tickets through); without statistics they are those that are tested.
    this.#database.close();
  }

  /** By statements that are kept: the driver's own way makes four functions anew for each transaction. */
  #within<Result>(begin: string, work: () => Result, end: string, undo: string): Result {
    this.#statement(begin).run();
    try {
      const result = work();
      this.#statement(end).run();
      return result;
    } catch (error) {
      // Where the disk is full, SQLite has undone the whole transaction itself.
      if (this.#database.inTransaction) {
        this.#statement(undo).run();
        if (undo !== 'ROLLBACK') this.#statement(end).run();
      }
      this.touched.undone();
      throw error;
    }
  }

  #run({ sql, parameters }: CompiledQuery): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...parameters);
    if (changes > 0 && sql.startsWith('delete')) this.#hasDeleted = true;
    return { changes, lastId: Number(lastInsertRowid) };
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
