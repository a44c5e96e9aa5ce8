import type { ClosingStep, Finding } from '../../contract/admin-hall';
import { localInstant } from '../../queue/local-instant';
import { failedSteps } from '../../store/closing-steps';
import type { ViewContext } from '../view-context';

/** What stands in the way of many days is most likely one thing, which the first of them show. */
const maxShown = 10;

/** What an admin should know of days that are over and can't be closed: which day, since when, and what fails of it. */
export function closingFindings({ reader, hall }: Pick<ViewContext, 'reader' | 'hall'>): Finding[] {
  const when = (at: number) => localInstant(at, hall.settings.timezone);
  return failedSteps(reader)
    .slice(0, maxShown)
    .map(({ businessDate, step, failures, firstFailedAt, lastFailedAt, reason }) => ({
      subject: `day:${businessDate}`,
      name: null,
      kind: 'day_closing',
      detail: step satisfies ClosingStep,
      occurred: { at: when(lastFailedAt), since: when(firstFailedAt), count: failures, error: reason },
    }));
}
