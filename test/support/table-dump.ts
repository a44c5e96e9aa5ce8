import Database from 'better-sqlite3';

/** All that a database holds, table by table, as text; with the counters that SQLite keeps itself. */
export function dumpTables(source: string | Buffer): Readonly<Record<string, string>> {
  const database = new Database(source, typeof source === 'string' ? { readonly: true } : {});
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    const rows = (name: string) => database.prepare(`SELECT * FROM "${name}"`).raw().all();
    return {
      ...Object.fromEntries(names.map((name) => [name, JSON.stringify(rows(name))])),
      schema: JSON.stringify(database.prepare('SELECT * FROM sqlite_schema').raw().all()),
      shape: String(database.pragma('user_version', { simple: true })),
    };
  } finally {
    database.close();
  }
}

/** A database file's pages as they stand with its log, in one piece that can be opened by itself. */
export function pagesOf(file: string): Buffer {
  const database = new Database(file, { readonly: true });
  try {
    return withoutLog(database.serialize());
  } finally {
    database.close();
  }
}

/** A database in memory has no log beside it, so its head must not ask for one. */
export function withoutLog(pages: Buffer): Buffer {
  const own = Buffer.from(pages);
  own.set([1, 1], 18);
  return own;
}
