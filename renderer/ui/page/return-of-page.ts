// A page that failed comes back by being loaded again, the sooner the first time; what failed again and again is
// loaded rarely. How often it failed is kept for this tab alone.

const kept = 'antre.page-faults';
const firstPauseSeconds = 5;
const longestPauseSeconds = 300;
/** A page that failed and was well for so long begins anew. */
const forgottenMs = 10 * 60_000;

/** Notes that the page failed. Returns the seconds until it is to be loaded again. */
export function noteFailure(): number {
  const now = Date.now();
  const { at, count } = last();
  const failures = Math.abs(now - at) > forgottenMs ? 1 : count + 1;
  try {
    sessionStorage.setItem(kept, JSON.stringify({ at: now, count: failures }));
  } catch {
    // A browser that keeps nothing loads again after the first pause.
  }
  return Math.min(firstPauseSeconds * 2 ** (failures - 1), longestPauseSeconds);
}

/** Loads the page again once the server answers: a browser's own page of error would never come back. */
export async function comeBack(): Promise<void> {
  for (;;) {
    try {
      await fetch('/healthz', { cache: 'no-store' });
      location.reload();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, firstPauseSeconds * 1000));
    }
  }
}

function last(): { readonly at: number; readonly count: number } {
  try {
    const { at, count } = JSON.parse(sessionStorage.getItem(kept) ?? '');
    return { at: Number(at), count: Number(count) };
  } catch {
    return { at: 0, count: 0 };
  }
}
