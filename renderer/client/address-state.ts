import { useCallback, useSyncExternalStore } from 'react';

/**
 * What of a page stands in its address, behind `?` in the part that the server doesn't see (`#gerai?pilih=3`), so that a
 * reload and the browser's own way back keep it. Returns it, null where the address has none, and the way to set it.
 */
export function useAddressState(
  name: string,
): readonly [value: string | null, set: (value: string | null) => void] {
  const value = useSyncExternalStore(followAddress, () => stateOf(location.hash).get(name));
  const set = useCallback(
    (next: string | null) => {
      const [place = ''] = location.hash.split('?');
      const state = stateOf(location.hash);
      if (state.get(name) === next) return;
      if (next === null) state.delete(name);
      else state.set(name, next);
      history.pushState(null, '', `${place || '#'}${state.size > 0 ? `?${state}` : ''}`);
      // Whoever follows the address hears of it as if a link had been pressed.
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
    [name],
  );
  return [value, set];
}

function stateOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.split('?')[1]);
}

function followAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
