import { query, type Transaction } from './store';

/** Writes some of the hall's settings, each a row of its own; the others stay. The caller announces the change. */
export function writeSettings(transaction: Transaction, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const valueJson = JSON.stringify(value);
    transaction.run(
      query
        .insertInto('settings')
        .values({ key, valueJson })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ valueJson })),
    );
  }
}
