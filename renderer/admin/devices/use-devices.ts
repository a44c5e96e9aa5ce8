import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AdminDevice } from '../../../electron/contract/admin-devices';
import { refreshBelow, useRoute } from '../../client/use-route';
import { useDevicesNow } from '../frame/live-context';

/**
 * The hall's devices; one that is let in or revoked changes the live snapshot, and so the list is read again. They are for
 * accounts of the whole hall: for others (`mayRead` false) nothing is asked.
 */
export function useDevices(mayRead = true): UseQueryResult<AdminDevice[]> {
  const queries = useQueryClient();
  const here = (useDevicesNow() ?? []).map(({ id }) => id).join();
  const readFor = useRef(here);
  useEffect(() => {
    if (readFor.current === here) return;
    readFor.current = here;
    void refreshBelow(queries, '/admin/devices');
  }, [here, queries]);
  return useRoute('adminDevices', mayRead ? {} : null);
}
