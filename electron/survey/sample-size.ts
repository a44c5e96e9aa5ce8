/**
 * How many of a population must answer so that their share stands for all (Krejcie and Morgan 1970, which the SKM
 * regulation goes by): chi² 3.841 (95 %), P 0.5, d 0.05, rounded to the nearest. It is made for a proportion; the
 * regulation uses it for a mean all the same.
 */
export function sampleNeeded(population: number): number {
  if (population <= 0) return 0;
  const spread = 3.841 * 0.5 * 0.5;
  return Math.round((spread * population) / (0.05 ** 2 * (population - 1) + spread));
}
