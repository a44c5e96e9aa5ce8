import { useRoute } from '../../client/use-route';

/** How the second place stands, asked for again and again: quickly while something is under way. */
export function useSecondPlace() {
  return useRoute('secondPlace', {}, { refetchInterval: ({ state }) => (state.data?.busy ? 700 : 10_000) });
}
