import { runnerImport } from 'vite';

const budget = { low: 0.75, high: 0.9, error: 0.7 };

/** How well the estimated waits hold on simulated days of every kind (docs/prakiraan.md). */
export async function benchEstimate() {
  const { module } = await runnerImport('/scripts/simulate/commands.ts', {
    configFile: false,
    logLevel: 'error',
  });
  return module.estimates({ from: 100, to: 120 }).map(({ kind, visitors, held, meanError, simpleError }) => ({
    what: `estimated wait of ${visitors} visitors, ${kind.replace('_', ' ')} days`,
    figure: `${(held * 100).toFixed(1)} % within the range; off by ${meanError.toFixed(1)} min, ahead × usual ÷ desks by ${simpleError.toFixed(1)}`,
    budget: '75–90 %; error ≤ 0.7 × the simple rule',
    value: held,
    better: 'higher',
    within: held >= budget.low && held <= budget.high && meanError <= budget.error * simpleError,
  }));
}
