import { sql } from 'kysely';
import { query } from '../../store/store';
import { complaintCountsView } from '../complaint-counts-view';
import { type EvidenceView, exactPercent, type FigureOf, type Said, yes } from './evidence';

/** Complaints that came in the year, counted as the ministry's form asks. */
export const complaintEvidence: EvidenceView<FigureOf<'complaints'>> = (context, year) => {
  const { reader, hall } = context;
  const counts = complaintCountsView(context, { ...year, reach: null });
  const { received: all, finished, sp4nReceived: sp4n, sp4nFinished } = counts;
  const answered =
    reader.first(
      query
        .selectFrom('complaints')
        .where('practice', '<=', hall.settings.practice ? 1 : 0)
        .where('kind', '<>', 'suggestion')
        .where('answer', 'is not', null)
        .where('businessDate', '>=', year.from)
        .where('businessDate', '<=', year.to)
        .select(sql<number>`count(*)`.as('count')),
    )?.count ?? 0;
  // Of those that came in the year, and that anybody can read now.
  const published =
    reader.first(
      query
        .selectFrom('published_answers')
        .where('state', '=', 'published')
        .where('practice', '<=', hall.settings.practice ? 1 : 0)
        .where('month', '>=', year.from.slice(0, 7))
        .where('month', '<=', year.to.slice(0, 7))
        .select(sql<number>`count(*)`.as('count')),
    )?.count ?? 0;
  const online = yes(hall.settings.publicUrl !== null);
  const lacks: Said[] = [];
  if (finished < all) {
    lacks.push({
      key: 'complaints.unfinished',
      of: ['finished', 'finishedPercent', 'answered', 'sp4nFinished'],
      values: { count: all - finished },
      at: 'complaints',
    });
  }
  if (all > 0 && sp4n === 0) {
    lacks.push({
      key: 'complaints.noSp4n',
      of: ['sp4n', 'sp4nFinished', 'sp4nPercent'],
      at: 'complaints',
    });
  }
  if (!online) lacks.push({ key: 'complaints.offline', of: ['online'], at: 'hall' });
  return {
    figures: {
      ...{ all, finished, sp4n, sp4nFinished, answered, online },
      finishedPercent: exactPercent(finished, all),
      sp4nPercent: exactPercent(sp4nFinished, sp4n),
      published,
    },
    says: [
      {
        key: all === 0 ? 'complaints.none' : 'complaints.says',
        values: { all, finished, sp4n, sp4nFinished },
      },
    ],
    lacks,
  };
};
