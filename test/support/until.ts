/** Resolves with what `look` finds as soon as it finds something. Rejects after `milliseconds`. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false | null | Promise<Found | undefined | false | null>,
  milliseconds = 60_000,
): Promise<Found> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`the time is over, and still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
