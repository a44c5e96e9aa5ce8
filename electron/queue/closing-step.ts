/** What is done with a business date that is over, in this order. */
export const closingStepNames = ['sum', 'measure', 'save', 'purge'] as const;
export type ClosingStep = (typeof closingStepNames)[number];

const minute = 60_000;
const shortestPause = 2 * minute;
const longestPause = 6 * 60 * minute;

/** Milliseconds until a step that failed so often is tried again: two minutes, doubled each time, six hours at most. */
export function pauseAfter(failures: number): number {
  return Math.min(longestPause, shortestPause * 2 ** (failures - 1));
}

/**
 * Whether a step that failed is tried again at a moment. Where the moment is before its last failure, the clock was put
 * back, and nobody would know how long to wait.
 */
export function isDueAgain(
  { failures, lastFailedAt }: { readonly failures: number; readonly lastFailedAt: number },
  now: number,
): boolean {
  return now < lastFailedAt || now >= lastFailedAt + pauseAfter(failures);
}
