import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callRoute } from '../../client/api';
import { atLeisure } from '../../client/at-leisure';
import { routeKey } from '../../client/use-route';

/**
 * Asks for counters and services once the page has settled, so that the section with the longest lists is there at the first
 * press. What the section finds is asked again as it opens.
 */
export function useRowsAtLeisure(): void {
  const queries = useQueryClient();
  useEffect(() => {
    atLeisure(() => {
      for (const name of ['adminCounters', 'adminServices'] as const) {
        void queries.prefetchQuery({
          queryKey: routeKey(name),
          queryFn: ({ signal }) => callRoute(name, { signal }),
        });
      }
    });
  }, [queries]);
}
