import type Database from 'better-sqlite3';

/** Writes down which hall a database is of, unless it says so already. Returns the id that it has now. */
export function identify(database: Database.Database, hallId: string): string {
  const own = database.prepare('SELECT id FROM hall_identity').pluck().get() as string | undefined;
  if (own !== undefined) return own;
  database.prepare('INSERT INTO hall_identity (id) VALUES (?)').run(hallId);
  return hallId;
}
