import { replayEstimates } from '../../queue/report/replay-estimates';
import { query } from '../../store/store';
import { readWrittenDay } from '../../store/written-day';
import type { ActionContext } from '../action';

/** The counters of which a business date was summed and whose estimates were not measured yet. */
export function countersToMeasure({ transaction }: ActionContext, businessDate: string): number[] {
  return transaction
    .all(
      query
        .selectFrom('day_sums')
        .leftJoin('day_estimates', (join) =>
          join
            .onRef('day_estimates.businessDate', '=', 'day_sums.businessDate')
            .onRef('day_estimates.counterId', '=', 'day_sums.counterId'),
        )
        .where('day_sums.businessDate', '=', businessDate)
        .where('day_estimates.counterId', 'is', null)
        .orderBy('day_sums.counterId')
        .select('day_sums.counterId'),
    )
    .map(({ counterId }) => counterId);
}

/**
 * Measures how well the waits held that a counter's visitors were told on a day that is over, by living through its
 * events again; by the hours, desks and usual minutes that the counter has now. A counter that was put away since, and
 * a day whose tickets were removed already, count nobody. Does nothing where it was measured, or is no more summed.
 */
export function measureEstimates(
  context: ActionContext,
  { businessDate, counterId }: { readonly businessDate: string; readonly counterId: number },
): void {
  const { transaction, hall } = context;
  // Days are forgotten and summed anew, where their tickets change, between one counter and the next.
  if (!countersToMeasure(context, businessDate).includes(counterId)) return;
  const sums = replayEstimates(readWrittenDay(transaction, hall, businessDate, counterId));
  transaction.run(query.insertInto('day_estimates').values({ businessDate, counterId, ...sums }));
}
