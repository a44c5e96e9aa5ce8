import { useRoute } from '../../client/use-route';

/** Who sits at which desk, asked for as a dialog opens; undefined until it has come. */
export function useOfficers() {
  return useRoute('officers', {}, { refetchOnMount: 'always' }).data;
}
