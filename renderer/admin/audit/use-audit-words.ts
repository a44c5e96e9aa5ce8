import { useQuery } from '@tanstack/react-query';
import { type HistoryWords, historyWords } from '../../../electron/contract/history/history-words';
import { callRoute } from '../../client/api';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts/use-texts';

const keptForMs = 60_000;

/** The words of the history in the page's language, with the names that the hall has now. */
export function useAuditWords(): HistoryWords {
  const { local, language } = useTexts();
  const moment = useMoment();
  const archivedToo = { query: { archived: 'true' } } as const;
  const once = { staleTime: keptForMs };
  const counters = useQuery({
    queryKey: ['admin', 'counters', 'all'],
    queryFn: () => callRoute('adminCounters', archivedToo),
    ...once,
  });
  const services = useQuery({
    queryKey: ['admin', 'services', 'all'],
    queryFn: () => callRoute('adminServices', archivedToo),
    ...once,
  });
  const desks = useQuery({
    queryKey: ['admin', 'desks', 'all'],
    queryFn: () => callRoute('adminDesks', archivedToo),
    ...once,
  });
  const people = useQuery({ queryKey: ['admin', 'users'], queryFn: () => callRoute('users'), ...once });
  const devices = useQuery({
    queryKey: ['admin', 'devices'],
    queryFn: () => callRoute('adminDevices'),
    ...once,
  });

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
