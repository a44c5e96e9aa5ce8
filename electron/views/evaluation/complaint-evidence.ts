import { sql } from 'kysely';
import { query } from '../../store/store';
import { type EvidenceView, exactPercent, type FigureOf, type Said, yes } from './evidence';

/** Complaints that came in the year, without suggestions and without practice. */
export const complaintEvidence: EvidenceView<FigureOf<'complaints'>> = ({ reader, hall }, { from, to }) => {
  const isFinished = sql<boolean>`status IN ('answered', 'forwarded')`;
  const isInSp4n = sql<boolean>`sp4nNumber IS NOT NULL`;
  const counts = reader.first(
    query
      .selectFrom('complaints')
      .where('practice', '=', 0)
      .where('kind', '<>', 'suggestion')
      .where('businessDate', '>=', from)
      .where('businessDate', '<=', to)
      .select([
        sql<number>`count(*)`.as('all'),
        sql<number>`coalesce(sum(${isFinished}), 0)`.as('finished'),
        sql<number>`coalesce(sum(${isInSp4n}), 0)`.as('sp4n'),
        sql<number>`coalesce(sum(${isInSp4n} AND ${isFinished}), 0)`.as('sp4nFinished'),
        sql<number>`coalesce(sum(answer IS NOT NULL), 0)`.as('answered'),
      ]),
  ) ?? { all: 0, finished: 0, sp4n: 0, sp4nFinished: 0, answered: 0 };
  const { all, finished, sp4n, sp4nFinished } = counts;
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
  if (all > 0 && sp4n === 0)
    lacks.push({
      key: 'complaints.noSp4n',
      of: ['sp4n', 'sp4nFinished', 'sp4nPercent'],
      at: 'complaints',
    });
  if (!online) lacks.push({ key: 'complaints.offline', of: ['online'], at: 'hall' });
  return {
    figures: {
      ...counts,
      online,
      finishedPercent: exactPercent(finished, all),
      sp4nPercent: exactPercent(sp4nFinished, sp4n),
      published: null,
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
