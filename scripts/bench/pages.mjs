import { kilobytes, kioskBudget, kioskFirstLoad } from '../kiosk-first-load.mjs';

/** What the kiosk page weighs when it is first loaded. */
export async function benchPages() {
  const bytes = kioskFirstLoad();
  return [
    {
      what: "kiosk page's first load, compressed",
      figure: kilobytes(bytes),
      budget: `≤ ${kilobytes(kioskBudget)}`,
      value: bytes,
      better: 'lower',
      within: bytes <= kioskBudget,
    },
  ];
}
