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
      return {
        ...compiled,
        parameters: compiled.parameters.map((parameter) =>
          parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
        ),
      };
    },
  });
}

function placeholders<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Placeholder(String(name)) });
}
