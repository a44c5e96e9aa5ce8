/** So far apart are the moments at which it is told how many waited, and so many of them are told: two hours. */
const stepMinutes = 10;
const steps = 12;

/** The moments of the last two hours at which it is told how many waited: whole ten minutes, in milliseconds, the oldest first. */
export function momentsLately(now: number): readonly number[] {
  const step = stepMinutes * 60_000;
  const last = Math.floor(now / step) * step;
  return Array.from({ length: steps }, (_, index) => last - (steps - 1 - index) * step);
}

/** How many waited at each of some moments. A wait lasts from its beginning until just before its end; null: it goes on. In milliseconds. */
export function waitingAt(
  waits: readonly { readonly from: number; readonly until: number | null }[],
  moments: readonly number[],
): readonly number[] {
  return moments.map(
    (moment) =>
      waits.filter(({ from, until }) => from <= moment && (until === null || until > moment)).length,
  );
}
