import type { EvaluationAnswerChange } from '../../contract/evaluation/evaluation';
import type { Indicator } from '../../contract/evaluation/instrument';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Fills in an indicator by hand, or changes what was filled in; what is left out stays. Refuses `invalid_request` for parts that the
 * indicator doesn't have.
 */
export function answerIndicator(
  { transaction, businessDate, actor }: ActionContext,
  { year, indicator }: { readonly year: number; readonly indicator: Indicator },
  change: EvaluationAnswerChange,
): void {
  const names = new Set(indicator.parts.map(({ name }) => name));
  const unknown = change.parts?.find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'parts', fault: fieldFault('instrument_part_unknown') }],
    });
  }
  const { number } = indicator;
  const before = transaction.first(
    query.selectFrom('evaluation_answers').selectAll().where('year', '=', year).where('number', '=', number),
  );
  const values = {
    points: change.points === undefined ? (before?.points ?? null) : change.points,
    partsJson: change.parts ? JSON.stringify([...new Set(change.parts)]) : (before?.partsJson ?? '[]'),
    words: change.words ?? before?.words ?? '',
    userId: actor.kind === 'user' ? actor.userId : null,
    changedDate: businessDate,
    version: (before?.version ?? 0) + 1,
  };
  transaction.run(
    query
      .insertInto('evaluation_answers')
      .values({ year, number, ...values })
      .onConflict((conflict) => conflict.columns(['year', 'number']).doUpdateSet(values)),
  );
}

/** Takes back what was filled in by hand. Refuses `not_found` where nothing was. */
export function clearIndicator({ transaction }: ActionContext, year: number, number: number): void {
  const { changes } = transaction.run(
    query.deleteFrom('evaluation_answers').where('year', '=', year).where('number', '=', number),
  );
  if (changes === 0) throw new Refusal('not_found');
}
