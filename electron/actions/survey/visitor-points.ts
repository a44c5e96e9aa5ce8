import { sql } from 'kysely';
import type { VisitorAnswers } from '../../contract/survey';
import { askedOn } from '../../evaluation/instruments-by-year';
import { Refusal } from '../../queue/refusal';
import { readInstruments } from '../../store/instruments';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * The answers that count. None where the questions were taken away while somebody answered: that is no fault of theirs. Refuses
 * `invalid_request` for a question that the year's instrument doesn't have.
 */
export function pointsAsked(
  { transaction, hall, businessDate }: ActionContext,
  { year, answers }: VisitorAnswers,
): VisitorAnswers['answers'] {
  const instrument = askedOn(
    businessDate,
    readInstruments(transaction).map((taken) => taken.instrument),
  );
  if (!hall.settings.visitorsAsked || instrument?.year !== year) return [];
  const known = new Set(instrument.users.questions.map(({ number }) => number));
  if (answers.some(({ number }) => !known.has(number))) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'evaluation.answers', fault: fieldFault('not_a_question') }],
    });
  }
  return answers;
}

/** Counts them, each question by itself: which of them one visitor answered together is kept nowhere. */
export function countPoints(
  transaction: Transaction,
  year: number,
  practice: 0 | 1,
  answers: VisitorAnswers['answers'],
): void {
  for (const { number, points } of answers) {
    transaction.run(
      query
        .insertInto('visitor_points')
        .values({ year, practice, number, points, answers: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['year', 'practice', 'number', 'points'])
            .doUpdateSet({ answers: sql<number>`visitor_points.answers + 1` }),
        ),
    );
  }
  transaction.run(
    query
      .insertInto('visitor_forms')
      .values({ year, practice, forms: 1 })
      .onConflict((conflict) =>
        conflict.columns(['year', 'practice']).doUpdateSet({ forms: sql<number>`visitor_forms.forms + 1` }),
      ),
  );
}
