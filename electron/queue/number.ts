/**
 * A ticket's number as people read it: the prefix and at least three digits (`A-001`, `IM-1000`).
 * Numbers run on past 999 rather than wrap, so that no two tickets of a day look alike.
 */
export function formatNumber(prefix: string, sequence: number): string {
  return `${prefix}-${String(sequence).padStart(3, '0')}`;
}
