import type { Selectable } from 'kysely';
import { mostPublished, type Publication, type PublishedAnswer } from '../contract/publication';
import { localInstant } from '../queue/local-instant';
import { readKnownPersons } from '../store/known-persons';
import type { Tables } from '../store/schema';
import { query } from '../store/store';
import { findPersons } from '../survey/find-persons';
import { nameOfCounter } from './complaints-view';
import type { ViewContext } from './view-context';

type Row = Selectable<Tables['published_answers']>;

/** What everybody reads of complaints, the newest first: `GET /published`. */
export function publishedAnswersView(context: ViewContext, most = mostPublished): PublishedAnswer[] {
  const { reader, hall } = context;
  const rows = reader.all(
    query
      .selectFrom('published_answers')
      .select(['counterId', 'month', 'question', 'answer'])
      .where('state', '=', 'published')
      // What was tried out before the hall was live is nobody's complaint.
      .where('practice', '<=', hall.settings.practice ? 1 : 0)
      .orderBy('publishedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(most),
  );
  return rows.map(({ counterId, ...told }) => ({ ...told, counter: counterOf(context, counterId) }));
}

/** All that was written of complaints, the newest first: `GET /reports/publications`. */
export function publicationsView(context: ViewContext): Publication[] {
  const rows = query.selectFrom('published_answers').selectAll().orderBy('id', 'desc');
  return context.reader.all(rows).map((row) => shown(context, row));
}

/** One of them, or undefined. */
export function findPublication(context: ViewContext, publicationId: number): Publication | undefined {
  const row = context.reader.first(
    query.selectFrom('published_answers').selectAll().where('id', '=', publicationId),
  );
  return row && shown(context, row);
}

function shown(context: ViewContext, row: Row): Publication {
  const { reader, hall } = context;
  const act = (by: number | null, at: number | null) => {
    if (by === null || at === null) return null;
    const user = reader.first(query.selectFrom('users').select('displayName').where('id', '=', by));
    return { by: user?.displayName ?? '', at: localInstant(at, hall.settings.timezone) };
  };
  return {
    id: String(row.id),
    version: row.version,
    state: row.state,
    code: row.code,
    counter: counterOf(context, row.counterId),
    month: row.month,
    question: row.question,
    answer: row.answer,
    doubts: findPersons(`${row.question}\n${row.answer}`, readKnownPersons(reader, row.code)),
    written: act(row.writtenBy, row.writtenAt) ?? { by: '', at: '' },
    published: act(row.publishedBy, row.publishedAt),
    withdrawn: act(row.withdrawnBy, row.withdrawnAt),
  };
}

function counterOf(context: ViewContext, counterId: number | null) {
  return counterId === null ? null : nameOfCounter(context, counterId);
}
