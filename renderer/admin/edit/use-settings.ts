import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';

/** The hall's settings, as the admin's pages share them. */
export function useSettings(): UseQueryResult<ShownSettings> {
  return useQuery({ queryKey: ['admin', 'settings'], queryFn: () => callRoute('settings') });
}
