import { runnerImport } from 'vite';

const budget = { low: 0.75, high: 0.9, error: 0.7, chance: 0.05 };
/** A share of fewer visitors, many of one day, says more of chance than of the rule. */
const enough = 300;

/**
 * How well the estimated waits and the promised chances hold on simulated days of every kind (docs/prakiraan.md), and the
 * chances on the past days of `options['data-dir']`, where one is given.
 */
export async function benchEstimate(options = {}) {
  const { module } = await runnerImport('/scripts/simulate/commands.ts', {
    configFile: false,
    logLevel: 'error',
  });
  const waits = module
    .estimates({ from: 100, to: 120 })
    .map(({ kind, visitors, held, meanError, simpleError }) => ({
      what: `estimated wait of ${visitors} visitors, ${kind.replace('_', ' ')} days`,
      figure: `${percent(held)} within the range; off by ${meanError.toFixed(1)} min, ahead × usual ÷ desks by ${simpleError.toFixed(1)}`,
      budget: '75–90 %; error ≤ 0.7 × the simple rule',
      value: held,
      better: 'higher',
      within: held >= budget.low && held <= budget.high && meanError <= budget.error * simpleError,
    }));
  const tried = [
    ...module.chances({ from: 400, to: 460 }),
    ...(options['data-dir'] ? [{ days: 'own past', tenths: module.ownChances(options['data-dir']) }] : []),
  ];
  const chances = tried.flatMap(({ days, tenths }) =>
    tenths.map(({ from, visitors, promised, came }) => ({
      what: `called before closing, promised ${Math.round(from * 100)}–${Math.round(from * 100) + 10} % to ${visitors}, ${days} days`,
      figure: `${percent(promised)} promised on average, ${percent(came)} came`,
      budget: visitors < enough ? 'too few to judge' : 'within 5 points',
      value: Math.abs(came - promised),
      better: 'lower',
      within: visitors < enough || Math.abs(came - promised) <= budget.chance,
    })),
  );
  return [...waits, ...chances];
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
