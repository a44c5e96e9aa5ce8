import { useRoute } from '../../client/use-route';
import { useHallDate } from '../../ui/office/hall-time';

/** So many days back services are looked at. */
const recentDays = 90;
/** Fewer say too little. */
const leastServed = 10;

export interface RecordedTime {
  /** What half of the services took at most. */
  readonly minutes: number;
  readonly served: number;
}

/** How long a counter's services took lately, by their ids; those of which too little is known are left out. */
export function useRecordedTimes(counterId: string): ReadonlyMap<string, RecordedTime> {
  const to = useHallDate();
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - recentDays * 86_400_000).toISOString().slice(0, 10);
  const { data = [] } = useRoute(
    'summary',
    counterId === '' ? null : { query: { from, to, by: 'service', counterId } },
    { staleTime: 600_000 },
  );
  return new Map(
    data.flatMap(({ key, served, serviceMedian }) =>
      serviceMedian === null || served < leastServed
        ? []
        : [[key, { minutes: Math.max(1, Math.round(serviceMedian / 60)), served }] as const],
    ),
  );
}
