import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations } from '../migrations/index';
import { comingFile, swapDatabase } from './replace-database';
import { asCopyFault, CopyUnusableError, removeDatabase, requireKnownCopy } from './restorable-copy';

/**
 * How a newer Antre's database was given back: it was never changed in its shape (`as_it_is`), its rows went into the former
 * shape (`carried`), or the copy took its place (`copy`), since its rows don't fit and nobody got a number since.
 */
export type TakenBack = 'as_it_is' | 'carried' | 'copy';

/**
 * Gives a database that a newer Antre converted back the shape that this one knows. `former` is a copy of it from before: it
 * gives the shape, the newer database every row, so that nothing is lost that was done since. Nobody may have either
 * open. What was there is kept beside it, to be filed away at the next start. Throws `CopyUnusableError` where the rows don't fit and
 * numbers were given since; then nothing is changed.
 */
export async function takeBackDatabase(file: string, former: string): Promise<TakenBack> {
  const newer = new Database(file, { fileMustExist: true });
  try {
    if ((newer.pragma('user_version', { simple: true }) as number) <= migrations.length) return 'as_it_is';
    // All of it in its one file, which is then exchanged.
    newer.pragma('journal_mode = DELETE');
  } finally {
    newer.close();
  }
  const coming = comingFile(file);
  try {
    await copyShape(former, coming);
    const taken = carry(file, coming);
    swapDatabase(file);
    return taken;
  } catch (error) {
    removeDatabase(coming);
    throw asCopyFault(error);
  }
}

async function copyShape(former: string, coming: string): Promise<void> {
  removeDatabase(coming);
  if (!existsSync(former)) throw new CopyUnusableError('damaged');
  const copy = new Database(former, { readonly: true, fileMustExist: true });
  try {
    requireKnownCopy(copy);
    await copy.backup(coming);
  } finally {
    copy.close();
  }
}

function carry(file: string, coming: string): TakenBack {
  const database = new Database(coming);
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = OFF');
    database.prepare('ATTACH ? AS newer').run(file);
    try {
      database.transaction(() => carryRows(database))();
      return 'carried';
    } catch (error) {
      if (!(asCopyFault(error) instanceof CopyUnusableError) || !hasSameNumbers(database)) throw error;
      return 'copy';
    }
  } finally {
    database.close();
  }
}

/** Throws where a row doesn't fit the former shape, or would lose one of its columns. */
function carryRows(database: Database.Database): void {
  const tables = database
    .prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = columnsOf(database, 'main', table);
    const there = new Set(columnsOf(database, 'newer', table));
    if (!columns.every((column) => there.has(column))) throw new CopyUnusableError('newer');
    const names = columns.map((column) => `"${column}"`).join(', ');
    database.exec(`DELETE FROM main."${table}";
INSERT INTO main."${table}" (${names}) SELECT ${names} FROM newer."${table}"`);
  }
  // Ids go on above those that were given, also where their rows are gone.
  database.exec(`DELETE FROM main.sqlite_sequence;
INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM newer.sqlite_sequence
  WHERE name IN (SELECT name FROM main.sqlite_schema WHERE type = 'table')`);
  if ((database.pragma('main.foreign_key_check') as unknown[]).length > 0)
    throw new CopyUnusableError('newer');
}

function columnsOf(database: Database.Database, schema: 'main' | 'newer', table: string): string[] {
  const rows = database.pragma(`${schema}.table_info("${table}")`) as { readonly name: string }[];
  return rows.map(({ name }) => name);
}

/** Whether the copy and the newer database have given the same numbers, and have the same tickets. */
function hasSameNumbers(database: Database.Database): boolean {
  const numbers = (schema: string) =>
    JSON.stringify([
      database
        .prepare(`SELECT businessDate, prefix, lastNumber FROM ${schema}.number_sequences ORDER BY 1, 2`)
        .raw()
        .all(),
      database.prepare(`SELECT count(*), max(id) FROM ${schema}.tickets`).raw().get(),
    ]);
  try {
    return numbers('main') === numbers('newer');
  } catch {
    // Tables of another name: nothing proves it.
    return false;
  }
}
