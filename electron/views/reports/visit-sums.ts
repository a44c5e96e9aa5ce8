import { type DaySum, sumDay, sumOfPaper } from '../../queue/report/day-sums';
import { unpackSums } from '../../queue/report/packed-sums';
import { readPaperBlocks } from '../../store/paper-blocks';
import { readPackedSums, readReportedSteps, reportedDates } from '../../store/report-rows';
import type { ViewContext } from '../view-context';

/** So many summed days are in memory at once. */
const daysAtOnce = 4;

/**
 * Hands over the sums of each business date and counter of a period (both days included). Days that are over come from
 * their sums, the others from their steps; of each, what was given on paper comes besides. A year takes a second.
 */
export function visitSums(
  look: ViewContext,
  period: { readonly from: string; readonly to: string },
  visit: (date: string, counterId: number, sums: readonly DaySum[]) => void,
): void {
  const { reader, hall } = look;
  const { summed, unsummed } = reportedDates(reader, period);
  for (let at = 0; at < summed.length; at += daysAtOnce) {
    const dates = summed.slice(at, at + daysAtOnce);
    for (const row of readPackedSums(reader, dates[0] ?? '', dates.at(-1) ?? '')) {
      visit(row.businessDate, row.counterId, unpackSums(row.sums, row.format));
    }
  }
  for (const block of readPaperBlocks(reader, period)) {
    visit(block.businessDate, block.counterId, [sumOfPaper(block)]);
  }
  for (const date of unsummed) {
    for (const [counterId, sums] of sumDay(readReportedSteps(reader, date), hall.settings.timezone)) {
      visit(date, counterId, sums);
    }
  }
}
