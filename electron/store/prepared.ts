import type { Compilable, CompiledQuery } from 'kysely';

/** Stands where a value will be. */
class Placeholder {
  constructor(readonly name: string) {}
}

/**
 * A query of the hot paths, built and compiled once: `build` gets an object whose properties stand for the values,
 * and the answer takes the values. Building anew costs more than SQLite needs to run most of them.
 *
 * `build` may only pass the values on to the query, never look at them; null must be a value, not `is null`.
 */
export function prepared<Values extends object, Row>(
  build: (values: Values) => Compilable<Row>,
): (values: Values) => Compilable<Row> {
  let compiled: CompiledQuery<Row> | undefined;
  return (values) => ({
    compile: () => {
      compiled ??= build(placeholders<Values>()).compile();
      const parameters = compiled.parameters.map((parameter) =>
        parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
      );
      return { query: compiled.query, queryId: compiled.queryId, sql: compiled.sql, parameters };
    },
  });
}

/**
 * The same of an update whose columns differ from time to time: each set of columns is built and compiled once.
 * `build` gets what stands for the columns' values, and for the others'.
 */
export function preparedUpdate<Columns extends object, Values extends object>(
  build: (columns: Columns, values: Values) => Compilable<unknown>,
): (columns: Columns, values: Values) => Compilable<unknown> {
  const known = new Map<string, (values: Columns & Values) => Compilable<unknown>>();
  return (columns, values) => {
    const names = Object.keys(columns) as (keyof Columns)[];
    const key = names.join();
    let update = known.get(key);
    if (!update) {
      update = prepared<Columns & Values, unknown>((all) =>
        build(Object.fromEntries(names.map((name) => [name, all[name]])) as Columns, all),
      );
      known.set(key, update);
    }
    return update({ ...columns, ...values });
  };
}

function placeholders<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Placeholder(String(name)) });
}
