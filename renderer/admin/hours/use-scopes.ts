import { useQuery } from '@tanstack/react-query';
import { callRoute } from '../../client/api';
import { useTexts } from '../texts/use-texts';

export interface ScopeChoice {
  /** `hall`, `counter:3`, `service:12` */
  readonly value: string;
  readonly label: string;
}

/** Whose hours or closure it may be: the hall, then each counter with its services; undefined while they are read. */
export function useScopes(): readonly ScopeChoice[] | undefined {
  const { t, local } = useTexts();
  const { data: counters } = useQuery({
    queryKey: ['admin', 'counters'],
    queryFn: () => callRoute('adminCounters', { query: {} }),
  });
  const { data: services } = useQuery({
    queryKey: ['admin', 'services'],
    queryFn: () => callRoute('adminServices', { query: {} }),
  });
  if (!counters || !services) return undefined;
  return [
    { value: 'hall', label: t('hours.hall') },
    ...counters.flatMap((counter) => [
      { value: `counter:${counter.id}`, label: `${counter.code}, ${local(counter.name)}` },
      ...services
        .filter((service) => service.counterId === counter.id)
        .map((service) => ({
          value: `service:${service.id}`,
          label: `${counter.code}, ${local(service.name)}`,
        })),
    ]),
  ];
}
