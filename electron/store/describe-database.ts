import { type RawBuilder, sql } from 'kysely';
import { migrations } from './migrations/index';
import { query, type Reader } from './store';

/** How a database is built, and how much it holds; nothing of what. */
export interface DatabaseShape {
  /** How many migrations it has had, and how many this version knows. */
  readonly migrations: { readonly done: number; readonly known: number };
  /** The statements that make its tables, indexes and triggers. */
  readonly schema: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Reads how the database is built. */
export function describeDatabase(reader: Reader): DatabaseShape {
  const ask = <Row>(raw: RawBuilder<Row>) => reader.all<Row>({ compile: () => raw.compile(query) });
  const parts = ask(
    sql<{
      type: string;
      name: string;
      sql: string | null;
    }>`SELECT type, name, sql FROM main.sqlite_schema ORDER BY name`,
  );
  const tables = parts.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
  const [version] = ask(sql<{ user_version: number }>`SELECT user_version FROM pragma_user_version`);
  return {
    migrations: { done: version?.user_version ?? 0, known: migrations.length },
    schema: `${parts.flatMap((each) => each.sql ?? []).join(';\n')};\n`,
    rows: Object.fromEntries(
      tables.map(({ name }) => {
        const [counted] = ask(sql<{ rows: number }>`SELECT count(*) AS rows FROM ${sql.table(name)}`);
        return [name, counted?.rows ?? 0];
      }),
    ),
  };
}
