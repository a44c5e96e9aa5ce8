import { randomExponential, randomGamma, randomLcg, randomNormal, randomPoisson } from 'd3-random';

/** Draws of one seeded source: the same seed gives the same day on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  uniform(): number;
  /** A number of events, of which `mean` are expected. */
  count(mean: number): number;
  /** A time without memory. */
  exponential(mean: number): number;
  /** A positive time that spreads by `deviation` of its mean: the shape that service times have. */
  gamma(mean: number, deviation: number): number;
  /** A factor around 1, equally likely to double as to halve; `deviation` is that of its logarithm. */
  factor(deviation: number): number;
}

/** Any number seeds it. */
export function seededRandom(seed: number): Random {
  // Neighbouring seeds must not give neighbouring days: the golden ratio spreads them over the generator's range.
  const source = randomLcg(((seed + 1) * 0.618033988749895) % 1);
  const poisson = randomPoisson.source(source);
  const exponential = randomExponential.source(source)(1);
  const gamma = randomGamma.source(source);
  const normal = randomNormal.source(source)(0, 1);
  return {
    uniform: source,
    count: (mean) => (mean <= 0 ? 0 : poisson(mean)()),
    exponential: (mean) => exponential() * mean,
    gamma: (mean, deviation) => gamma(1 / deviation ** 2, mean * deviation ** 2)(),
    factor: (deviation) => Math.exp(normal() * deviation),
  };
}
