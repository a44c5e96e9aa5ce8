import { useRoute } from '../../client/use-route';
import { useTexts } from '../texts';

export interface ScopeChoice {
  /** `hall`, `counter:3`, `service:12` */
  readonly value: string;
  readonly label: string;
}

/** Whose hours or closure it may be: the hall, then each counter with its services; undefined while they are read. */
export function useScopes(): readonly ScopeChoice[] | undefined {
  const { t, local } = useTexts();
  const { data: counters } = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
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
