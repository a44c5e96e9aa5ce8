import { type SetUpStep, type ShownSettings, setUpSteps } from '../../../electron/contract/settings';

/** How a step stands: marked as done, put off, or neither. */
export type StepStanding = 'done' | 'skipped' | 'open';

/** About how many minutes a step takes in a hall of some twenty-five counters; told with "about". */
const usualMinutes: Readonly<Record<SetUpStep, number>> = {
  hall: 1,
  counters: 3,
  services: 5,
  desks: 2,
  hours: 2,
  printer: 3,
  people: 5,
  network: 1,
  live: 3,
};

/** What the keys of a step's unsaved edits begin with. */
export const stepDrafts: Readonly<Record<SetUpStep, string | null>> = {
  hall: 'settings:set-up:hall',
  counters: 'counter',
  services: 'service',
  desks: 'desk',
  hours: 'hours:hall',
  printer: 'printer',
  people: 'user',
  network: 'settings:set-up:network',
  live: null,
};

type Marks = Pick<ShownSettings, 'setUpDone' | 'setUpSkipped'>;

/** Returns how a step stands; one that is marked twice is done. */
export function standingOf(step: SetUpStep, { setUpDone, setUpSkipped }: Marks): StepStanding {
  if (setUpDone.includes(step)) return 'done';
  return setUpSkipped.includes(step) ? 'skipped' : 'open';
}

/** The steps that are neither done nor put off, and about how many minutes they take. */
export function stepsLeft(marks: Marks): { readonly steps: readonly SetUpStep[]; readonly minutes: number } {
  const steps = setUpSteps.filter((step) => standingOf(step, marks) === 'open');
  return { steps, minutes: steps.reduce((sum, step) => sum + usualMinutes[step], 0) };
}

/** Returns the marks after a step was done or put off, in the steps' order. */
export function markedAs(step: SetUpStep, as: 'done' | 'skipped', { setUpDone, setUpSkipped }: Marks): Marks {
  const withStep = (list: readonly SetUpStep[], isIn: boolean) =>
    setUpSteps.filter((each) => (each === step ? isIn : list.includes(each)));
  return {
    setUpDone: withStep(setUpDone, as === 'done'),
    setUpSkipped: withStep(setUpSkipped, as === 'skipped'),
  };
}
