import type { Finding } from '../../../electron/contract/admin-hall';
import { useRoute } from '../../client/use-route';

/** The page on which what a finding is about can be mended, by the kind of its subject. */
const places: Readonly<Partial<Record<string, string>>> = {
  counter: 'gerai',
  service: 'layanan',
  desk: 'loket',
  hours: 'jam',
  closure: 'libur',
  device: 'perangkat',
  user: 'orang',
  hall: 'balai',
  https: 'https',
  ticket: 'tiket',
  // What fails of a day is looked into in a copy of it.
  day: 'cadangan',
};

/** What came loose comes without anybody's act on this page. */
const askAgainMs = 10_000;

/** What of the hall should be looked at, asked for again and again. */
export function useFindings() {
  return useRoute('findings', {}, { refetchInterval: askAgainMs });
}

/** Returns the address of the page on which a finding can be mended; undefined where none of them is its place. */
export function placeOfFinding({ subject }: Finding): string | undefined {
  return places[subject.split(':')[0] ?? ''];
}

/** What nobody is the worse for today: it stands in the list, but counts for nothing in the navigation. */
const canWait: ReadonlySet<Finding['kind']> = new Set(['no_name', 'no_logo', 'unknown_icon']);

/** How many findings that can't wait there are to mend on each page, by its address. */
export function useToMend(): Readonly<Record<string, number>> {
  const { data: found = [] } = useFindings();
  const counts: Record<string, number> = {};
  for (const finding of found) {
    const place = placeOfFinding(finding);
    if (place !== undefined && !canWait.has(finding.kind)) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
