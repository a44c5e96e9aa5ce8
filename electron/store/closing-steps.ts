import { sql } from 'kysely';
import type { ClosingStep } from '../queue/closing-step';
import { query, type Reader, type Transaction } from './store';

/** A step of closing a business date that failed so far. */
export interface FailedStep {
  readonly businessDate: string;
  readonly step: ClosingStep;
  readonly failures: number;
  /** Milliseconds since 1970 UTC, as `lastFailedAt`. */
  readonly firstFailedAt: number;
  readonly lastFailedAt: number;
  /** In the machine's words. */
  readonly reason: string;
}

/** The steps that failed so far, the earliest date first. */
export function failedSteps(reader: Reader): FailedStep[] {
  return reader
    .all(query.selectFrom('closing_steps').selectAll().where('failures', '>', 0).orderBy('businessDate'))
    .map((row) => ({ ...row, firstFailedAt: row.firstFailedAt ?? 0, lastFailedAt: row.lastFailedAt ?? 0 }));
}

/** The dates of which a step is noted as due or failed, in order. */
export function notedDates(reader: Reader, step: ClosingStep): string[] {
  return reader
    .all(
      query
        .selectFrom('closing_steps')
        .select('businessDate')
        .where('step', '=', step)
        .orderBy('businessDate'),
    )
    .map(({ businessDate }) => businessDate);
}

/** Notes that a step of a date is due. */
export function beginStep(transaction: Transaction, businessDate: string, step: ClosingStep): void {
  transaction.run(
    query
      .insertInto('closing_steps')
      .values({ businessDate, step, firstFailedAt: null, lastFailedAt: null })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Notes that a step of a date is done, or is no more to be done. */
export function endStep(transaction: Transaction, businessDate: string, step: ClosingStep): void {
  transaction.run(
    query.deleteFrom('closing_steps').where('businessDate', '=', businessDate).where('step', '=', step),
  );
}

/** Notes that a step of a date failed at a moment. */
export function failStep(
  transaction: Transaction,
  failed: Pick<FailedStep, 'businessDate' | 'step' | 'reason'> & { readonly now: number },
): void {
  const { now, ...row } = failed;
  transaction.run(
    query
      .insertInto('closing_steps')
      .values({ ...row, failures: 1, firstFailedAt: now, lastFailedAt: now })
      .onConflict((conflict) =>
        conflict.columns(['businessDate', 'step']).doUpdateSet({
          failures: sql<number>`failures + 1`,
          firstFailedAt: sql<number>`coalesce(firstFailedAt, ${now})`,
          lastFailedAt: now,
          reason: row.reason,
        }),
      ),
  );
}
