import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HallsNow } from '../../../electron/contract/centre/halls-now';
import { centreKey, useCentre } from '../api';

/** Where the line is broken, and so often at the least, the halls are asked after. */
const askAgainMs = 20_000;

/** The halls as they are now. */
export function useHallsNow() {
  return useCentre('halls', {}, { refetchInterval: askAgainMs });
}

/** Follows the halls by one line of events, while it is used. */
export function useHallsLine(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const line = new EventSource('/api/v1/halls/events');
    line.addEventListener('halls', (event) => {
      queries.setQueryData(centreKey('halls'), JSON.parse(event.data) as HallsNow);
    });
    return () => line.close();
  }, [queries]);
}
