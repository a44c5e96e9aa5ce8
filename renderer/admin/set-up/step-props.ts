import type { RefObject } from 'react';
import type { ShownSettings } from '../../../electron/contract/settings';

/** What a step's own part gets: the settings as they are, for those that change some. */
export interface StepProps {
  readonly settings: ShownSettings;
  /** Where a step puts how to save what was typed in it, so that going on loses nothing. */
  readonly beforeNext: RefObject<(() => Promise<unknown>) | null>;
}
