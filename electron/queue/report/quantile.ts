/**
 * The quantile of sorted values by the nearest rank: the smallest of them that is not below the share asked for, so
 * always one that was measured. Null of none.
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? null;
}
