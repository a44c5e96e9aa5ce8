import { z } from 'zod';
import type { EvaluationAnswer } from '../../contract/evaluation/evaluation';
import { query, type Reader } from '../../store/store';

const answers = query
  .selectFrom('evaluation_answers')
  .leftJoin('users', 'users.id', 'evaluation_answers.userId')
  .select([
    'evaluation_answers.year',
    'evaluation_answers.number',
    'evaluation_answers.points',
    'evaluation_answers.partsJson',
    'evaluation_answers.words',
    'evaluation_answers.changedDate',
    'evaluation_answers.version',
    'users.displayName',
  ]);
type Row = ReturnType<typeof answers.executeTakeFirstOrThrow> extends Promise<infer Found> ? Found : never;

const names = z.array(z.string());

/** What was filled in by hand for a year, by the numbers of the indicators. */
export function answersOf(reader: Reader, year: number): ReadonlyMap<number, EvaluationAnswer> {
  const rows = reader.all(answers.where('evaluation_answers.year', '=', year));
  return new Map(rows.map((row) => [row.number, shown(row)]));
}

/** What was filled in for one indicator, or undefined. */
export function findAnswer(reader: Reader, year: number, number: number): EvaluationAnswer | undefined {
  return answersOf(reader, year).get(number);
}

function shown(row: Row): EvaluationAnswer {
  return {
    id: `${row.year}-${row.number}`,
    version: row.version,
    points: row.points,
    parts: names.parse(JSON.parse(row.partsJson)),
    words: row.words,
    by: row.displayName,
    changedOn: row.changedDate,
  };
}
