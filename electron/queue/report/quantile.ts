/** Up to so many seconds (three days) each is counted by itself; what is longer makes the values be sorted. */
const countedUpTo = 3 * 24 * 60 * 60;

/**
 * Returns how to ask for the quantiles of whole numbers, none below zero, by the nearest rank: of a share (0 to 1), the
 * smallest value that is not below it, so always one that was measured; null of none. Half a million waits are counted in a
 * few milliseconds, where sorting them would hold up everybody else.
 */
export function quantilesOf(parts: readonly Int32Array[]): (share: number) => number | null {
  let length = 0;
  let largest = 0;
  for (const part of parts) {
    length += part.length;
    for (const value of part) if (value > largest) largest = value;
  }
  const rankOf = (share: number) => Math.max(1, Math.ceil(share * length));
  if (length === 0) return () => null;
  if (largest > countedUpTo) {
    const sorted = Int32Array.from(parts.flatMap((part) => [...part])).sort();
    return (share) => sorted[rankOf(share) - 1] ?? null;
  }
  const counts = new Int32Array(largest + 1);
  for (const part of parts) for (const value of part) counts[value] = (counts[value] ?? 0) + 1;
  return (share) => {
    const rank = rankOf(share);
    let below = 0;
    return counts.findIndex((count) => {
      below += count;
      return below >= rank;
    });
  };
}
