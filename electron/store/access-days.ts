import { sql } from 'kysely';
import type { AccessSums } from '../contract/report-columns';
import { prepared } from './prepared';
import { query, type Transaction } from './store';

export type AccessCount = keyof AccessSums;

const counted = (count: AccessCount) =>
  prepared((values: { businessDate: string; practice: 0 | 1; first: number; by: number }) =>
    query
      .insertInto('access_days')
      .values({ businessDate: values.businessDate, practice: values.practice, [count]: values.first })
      .onConflict((conflict) =>
        conflict
          .columns(['businessDate', 'practice'])
          .doUpdateSet({ [count]: sql<number>`max(0, ${sql.ref(`access_days.${count}`)} + ${values.by})` }),
      ),
  );
const countings: Readonly<Record<AccessCount, ReturnType<typeof counted>>> = {
  spokenBegun: counted('spokenBegun'),
  spokenNumbers: counted('spokenNumbers'),
  largeBegun: counted('largeBegun'),
  largeNumbers: counted('largeNumbers'),
  fetchAsked: counted('fetchAsked'),
};

/** Counts one more of a day of the hall, or (`by` −1) one less, never below none. Nothing is kept of whom. */
export function countAccess(
  transaction: Transaction,
  day: { readonly businessDate: string; readonly practice: boolean },
  count: AccessCount,
  by: 1 | -1 = 1,
): void {
  const { businessDate, practice } = day;
  transaction.run(countings[count]({ businessDate, practice: practice ? 1 : 0, first: Math.max(0, by), by }));
}
