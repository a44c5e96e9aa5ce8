import type { KeptTime } from '../queue/clock-judgement';
import { query, type Reader, type Transaction } from './store';

/** What was last written of the hall's time, or null. */
export function readKeptTime(reader: Reader): KeptTime | null {
  return reader.first(query.selectFrom('hall_clock').select(['moment', 'ahead', 'boot', 'uptime'])) ?? null;
}

/** Writes down the hall's time. */
export function keepTime(transaction: Transaction, kept: KeptTime): void {
  const row = {
    moment: Math.round(kept.moment),
    ahead: Math.round(kept.ahead),
    boot: kept.boot,
    uptime: Math.round(kept.uptime),
  };
  transaction.run(
    query
      .insertInto('hall_clock')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
}
