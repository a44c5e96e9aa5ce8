import { keepPreviousData } from '@tanstack/react-query';
import type { EstimateQuery, SummaryGrouping } from '../../../electron/contract/reports';
import { useRoute } from '../../client/use-route';
import { usePeriod } from '../period/period';

/** How often figures of a period with today in it are asked for again. */
const liveEveryMs = 10_000;

/** The summary of the chosen period; of today it follows what happens. */
export function useSummary(by: SummaryGrouping, counterId?: string) {
  const { period, live } = usePeriod();
  return useRoute(
    'summary',
    { query: { ...period, by, ...(counterId ? { counterId } : {}) } },
    { refetchInterval: live && liveEveryMs, placeholderData: keepPreviousData },
  );
}

/** The presence of each institution in the chosen period, likewise. */
export function usePresence() {
  const { period, live } = usePeriod();
  return useRoute(
    'presence',
    { query: period },
    { refetchInterval: live && liveEveryMs, placeholderData: keepPreviousData },
  );
}

/** How many came by speech or in large letters, and asked to be fetched, by day of the chosen period; of today it follows what happens. */
export function useAccess(isRead: boolean) {
  const { period, live } = usePeriod();
  return useRoute('access', isRead ? { query: period } : null, {
    refetchInterval: live && liveEveryMs,
    placeholderData: keepPreviousData,
  });
}

/** How well estimated waits held on the chosen period's days that are over: these change once a night. */
export function useEstimate(by: EstimateQuery['by']) {
  const { period } = usePeriod();
  return useRoute('estimate', { query: { ...period, by } }, { placeholderData: keepPreviousData });
}
