import type { SetUpStep, ShownSettings } from '../../../electron/contract/settings';
import type { StepStanding } from './steps';

/** The way on from a step. */
export interface StepWay {
  readonly standing: StepStanding;
  /** To the step before; null: it is the first. */
  readonly back: (() => void) | null;
  /** Marks the step and goes on to the next. */
  readonly mark: (as: 'done' | 'skipped') => void;
  readonly isMarking: boolean;
  /** Why the mark was not kept. */
  readonly error: Error | null;
}

/** What a step's own part gets: the settings as they are, the way on, and the way to any step. */
export interface StepProps {
  readonly settings: ShownSettings;
  readonly way: StepWay;
  readonly goTo: (step: SetUpStep) => void;
}
