import { useDeferredValue } from 'react';

/**
 * Whether to draw what nobody sees at first sight: false as the page comes, so that what is in sight is painted at once, then true,
 * in a drawing that holds up no press.
 */
export function useRestDrawn(): boolean {
  return useDeferredValue(true, false);
}
