import { useRoute } from '../../client/use-route';
import { canWait, placeOfFinding } from './finding-places';

/** What came loose comes without anybody's act on this page. */
const askAgainMs = 10_000;

/** What of the hall should be looked at, asked for again and again. */
export function useFindings() {
  return useRoute('findings', {}, { refetchInterval: askAgainMs });
}

/** How many findings that can't wait there are to mend on each page, by its address. */
export function useToMend(): Readonly<Record<string, number>> {
  const { data: found = [] } = useFindings();
  const counts: Record<string, number> = {};
  for (const finding of found) {
    const place = placeOfFinding(finding);
    if (place !== undefined && !canWait(finding.kind)) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
