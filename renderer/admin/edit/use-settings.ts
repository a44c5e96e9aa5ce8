import type { UseQueryResult } from '@tanstack/react-query';
import type { ShownSettings } from '../../../electron/contract/settings';
import { useRoute } from '../../client/use-route';

/** The hall's settings, as the admin's pages share them. */
export function useSettings(): UseQueryResult<ShownSettings> {
  return useRoute('settings');
}
