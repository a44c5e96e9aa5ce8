import { firstLoad, firstLoadBudgets, kilobytes } from '../first-load.mjs';

/** What pages weigh when they are first loaded. */
export async function benchPages() {
  return Object.entries(firstLoadBudgets).map(([page, budget]) => {
    const bytes = firstLoad(page);
    return {
      what: `${page} page's first load, compressed`,
      figure: kilobytes(bytes),
      budget: `≤ ${kilobytes(budget)}`,
      value: bytes,
      better: 'lower',
      within: bytes <= budget,
    };
  });
}
