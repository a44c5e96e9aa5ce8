import type { VisitorsJudgement } from '../../contract/evaluation/evaluation';
import type { Instrument } from '../../contract/evaluation/instrument';
import type { Language } from '../../contract/languages';
import { askedOn } from '../../evaluation/instruments-by-year';
import { readInstruments } from '../../store/instruments';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

/** The questions of a year that are put to visitors today, in every language; null: none are. */
export function visitorQuestions({ reader, hall, businessDate }: ViewContext) {
  if (!hall.settings.visitorsAsked) return null;
  const instrument = askedOn(
    businessDate,
    readInstruments(reader).map((taken) => taken.instrument),
  );
  return instrument ? { year: instrument.year, ...instrument.users } : null;
}

/** What visitors answered to a year's questions: of each how many and their mean, and the mean of all answers to all questions. */
export function visitorsView(
  { reader, hall, businessDate }: ViewContext,
  { year, users }: Instrument,
  language: Language,
): VisitorsJudgement {
  const most = hall.settings.practice ? 1 : 0;
  const rows = reader.all(
    query
      .selectFrom('visitor_points')
      .where('year', '=', year)
      .where('practice', '<=', most)
      .select(['number', 'points', 'answers']),
  );
  const forms = reader.all(
    query.selectFrom('visitor_forms').where('year', '=', year).where('practice', '<=', most).select('forms'),
  );
  const inWords = (text: Instrument['users']['lowest']) => text[language] || text.id;
  const questions = users.questions.map(({ number, text }) => {
    const counts = [0, 1, 2, 3, 4, 5].map((points) =>
      rows
        .filter((row) => row.number === number && row.points === points)
        .reduce((sum, { answers }) => sum + answers, 0),
    );
    return { number, text: inWords(text), counts, ...meanOf([counts]) };
  });
  return {
    asked: hall.settings.visitorsAsked && businessDate.startsWith(`${year}-`),
    forms: forms.reduce((sum, row) => sum + row.forms, 0),
    lowest: inWords(users.lowest),
    highest: inWords(users.highest),
    mean: meanOf(questions.map(({ counts }) => counts)).mean,
    questions,
  };
}

function meanOf(counts: readonly (readonly number[])[]): { answered: number; mean: number | null } {
  let [answered, sum] = [0, 0];
  for (const each of counts) {
    for (const [points, answers] of each.entries()) {
      answered += answers;
      sum += points * answers;
    }
  }
  return { answered, mean: answered === 0 ? null : Math.round((sum * 100) / answered) / 100 };
}
