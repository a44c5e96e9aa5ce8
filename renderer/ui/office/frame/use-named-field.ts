import { useEffect } from 'react';
import { useAddressState } from '../../../client/address-state';

const takesFocus = 'input:not([type="hidden"]), textarea, select, button, [tabindex="0"]';

/**
 * Brings the field that the address names (`#balai?isian=graceMinutes`) into view with the focus in it, once its page has
 * drawn it; then the address names it no more, so that the same field can be asked for again.
 */
export function useNamedField(): void {
  const [{ isian }, set] = useAddressState({ isian: '' });
  useEffect(() => {
    if (isian === '') return;
    const isShown = () => {
      const field = document.querySelector(`[data-field="${CSS.escape(isian)}"]`);
      if (!field) return false;
      field.scrollIntoView({ block: 'center' });
      field.querySelector<HTMLElement>(takesFocus)?.focus({ preventScroll: true });
      set({ isian: '' });
      return true;
    };
    if (isShown()) return;
    const drawn = new MutationObserver(() => {
      if (isShown()) drawn.disconnect();
    });
    drawn.observe(document.body, { childList: true, subtree: true });
    return () => drawn.disconnect();
  });
}
