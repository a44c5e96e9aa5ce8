import { query, type Transaction } from './store';

/**
 * Writes some of the hall's settings, each a row of its own, and raises their version; the others stay. The caller
 * announces the change.
 */
export function writeSettings(transaction: Transaction, values: Readonly<Record<string, unknown>>): void {
  const before = transaction.first(
    query.selectFrom('settings').select('valueJson').where('key', '=', 'version'),
  );
  const version = (Number(before?.valueJson ?? 1) || 1) + 1;
  for (const [key, value] of Object.entries({ ...values, version })) {
    const valueJson = JSON.stringify(value);
    transaction.run(
      query
        .insertInto('settings')
        .values({ key, valueJson })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ valueJson })),
    );
  }
}
