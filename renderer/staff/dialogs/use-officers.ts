import { useQuery } from '@tanstack/react-query';
import { callRoute } from '../../client/api';

/** Who sits at which desk, asked for as a dialog opens; undefined until it has come. */
export function useOfficers() {
  return useQuery({
    queryKey: ['officers'],
    queryFn: () => callRoute('officers'),
    staleTime: 0,
    refetchOnMount: 'always',
  }).data;
}
