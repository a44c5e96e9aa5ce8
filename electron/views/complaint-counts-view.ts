import { type SqlBool, sql } from 'kysely';
import type { ComplaintCounts } from '../contract/survey';
import { oldestSurveyDate } from '../store/survey';
import { complaintsWithin } from './complaints-view';
import type { WithinReach } from './reports/summary-view';
import type { ViewContext } from './view-context';

/**
 * Of the complaints that came in a period how many, how many of these are finished, and the same of those that have a number at
 * SP4N-LAPOR!: what the ministry's form asks. Finished is what was answered, or ended there; what was only passed on isn't.
 * Suggestions are no complaints, unless one was taken up there; once a hall is live, those of practice are none.
 */
export function complaintCountsView(
  { reader, hall, businessDate }: ViewContext,
  wanted: {
    readonly from: string;
    readonly to: string;
    readonly counterId?: string | undefined;
  } & WithinReach,
): ComplaintCounts {
  const { from, to } = wanted;
  const isFinished = sql<SqlBool>`(status = 'answered' OR coalesce(sp4nState = 'finished', 0))`;
  const counts = reader.first(
    complaintsWithin(wanted)
      .where('businessDate', '>=', from)
      .where('businessDate', '<=', to)
      .where('practice', '<=', hall.settings.practice ? 1 : 0)
      .where(sql<SqlBool>`(kind <> 'suggestion' OR sp4nNumber IS NOT NULL)`)
      .select([
        sql<number>`count(*)`.as('received'),
        sql<number>`coalesce(sum(${isFinished}), 0)`.as('finished'),
        sql<number>`coalesce(sum(sp4nNumber IS NOT NULL), 0)`.as('sp4nReceived'),
        sql<number>`coalesce(sum(coalesce(sp4nState = 'finished', 0)), 0)`.as('sp4nFinished'),
      ]),
  );
  const oldestKept = oldestSurveyDate(hall, businessDate);
  return {
    from,
    to,
    received: counts?.received ?? 0,
    finished: counts?.finished ?? 0,
    sp4nReceived: counts?.sp4nReceived ?? 0,
    sp4nFinished: counts?.sp4nFinished ?? 0,
    forgottenBefore: from < oldestKept ? oldestKept : null,
  };
}
