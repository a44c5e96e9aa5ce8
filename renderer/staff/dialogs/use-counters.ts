import { useRoute } from '../../client/use-route';

/**
 * The hall's counters and their services; undefined until they have come. The console asks early, so that a dialog
 * has them as it opens.
 */
export function useCounters() {
  return useRoute('counters').data;
}
