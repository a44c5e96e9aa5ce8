import { useQuery } from '@tanstack/react-query';
import { callRoute } from '../../client/api';

/**
 * The hall's counters and their services; undefined until they have come. The console asks early, so that a dialog
 * has them as it opens.
 */
export function useCounters() {
  return useQuery({ queryKey: ['counters'], queryFn: () => callRoute('counters') }).data;
}
