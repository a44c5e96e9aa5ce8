import { type HistoryWords, historyWords } from '../../../electron/contract/history/history-words';
import { useRoute } from '../../client/use-route';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';

const keptForMs = 60_000;

/** The words of the history in the page's language, with the names that the hall has now. */
export function useAuditWords(): HistoryWords {
  const { local, language } = useTexts();
  const moment = useMoment();
  const archivedToo = { query: { archived: 'true' } } as const;
  const once = { staleTime: keptForMs };
  const counters = useRoute('adminCounters', archivedToo, once);
  const services = useRoute('adminServices', archivedToo, once);
  const desks = useRoute('adminDesks', archivedToo, once);
  const people = useRoute('users', {}, once);
  const devices = useRoute('adminDevices', {}, once);

  const nameOf = (noun: string, id: string): string | undefined => {
    const named = (row: { readonly name: Parameters<typeof local>[0] } | undefined) => row && local(row.name);
    if (noun === 'counter') return named(counters.data?.find((each) => each.id === id));
    if (noun === 'service') return named(services.data?.find((each) => each.id === id));
    if (noun === 'desk') return desks.data?.find((each) => each.id === id)?.label;
    if (noun === 'user') return people.data?.find((each) => each.id === id)?.displayName;
    if (noun === 'device') return devices.data?.find((each) => each.id === id)?.name;
    return undefined;
  };
  return historyWords(language, {
    nameOf,
    moment: (instant) => moment(typeof instant === 'number' ? new Date(instant).toISOString() : instant),
  });
}
