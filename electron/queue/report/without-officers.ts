import { countNames } from '../../contract/report-columns';
import type { DaySum } from './day-sums';

/** The same sums with nobody's name: those that differ in the officer alone become one. */
export function withoutOfficers(sums: readonly DaySum[]): DaySum[] {
  const merged = new Map<string, DaySum[]>();
  for (const sum of sums) {
    const key = `${sum.hour} ${sum.serviceId} ${sum.deskId}`;
    merged.set(key, [...(merged.get(key) ?? []), sum]);
  }
  return [...merged.values()].map((same) => {
    const [first] = same as [DaySum];
    const counts = countNames.map((name) => [name, same.reduce((total, sum) => total + sum[name], 0)]);
    const all = (name: 'waits' | 'serviceTimes') =>
      Int32Array.from(same.flatMap((sum) => [...sum[name]])).sort();
    return {
      ...first,
      ...Object.fromEntries(counts),
      userId: 0,
      waits: all('waits'),
      serviceTimes: all('serviceTimes'),
    };
  });
}
