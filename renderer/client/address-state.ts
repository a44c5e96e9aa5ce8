import { useSyncExternalStore } from 'react';

/** What a field may hold: any text, given by its default, or one of a list of choices, of which the first is the default. */
type Field = string | readonly [string, ...string[]];
type ValueOf<Its extends Field> = Its extends readonly (infer Choice extends string)[] ? Choice : string;
type Values<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field ? ValueOf<Fields[Name]> : never;
};

/**
 * Keeps part of a page's state in its address, so that a reload and the browser's back button keep it. Each field is given
 * by its default, or by the choices that it allows, of which the first is the default (`{ by: ['day', 'week'], text: '' }`);
 * defaults are not written. A section's state follows `?` in the address's hash (`#gerai?pilih=3`) and ends with the
 * section. Returns the values, and a function that sets some of them.
 */
export function useAddressState<const Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  options: {
    /** For all sections of the page: in the address's own query (`/reports?period=year`). */
    readonly ofPage?: boolean;
    /** The browser's way back undoes each change, as if a page had been opened. */
    readonly isStep?: boolean;
  } = {},
): readonly [Values<Fields>, (values: Partial<Values<Fields>>) => void] {
  const { ofPage = false, isStep = false } = options;
  const read = () => (ofPage ? location.search : (location.hash.split('?')[1] ?? ''));
  const written = new URLSearchParams(useSyncExternalStore(followAddress, read, read));
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, readField(field, written.get(name))]),
  ) as Values<Fields>;
  const set = (wanted: Partial<Values<Fields>>) => {
    const before = read();
    const state = new URLSearchParams(before);
    for (const [name, value] of Object.entries<string | undefined>(wanted)) {
      const field = fields[name];
      if (value === undefined || field === undefined || value === usualOf(field)) state.delete(name);
      else state.set(name, value);
    }
    if (String(state) === String(new URLSearchParams(before))) return;
    const query = state.size > 0 ? `?${state}` : '';
    const place = location.hash.split('?')[0] || '#';
    history[isStep ? 'pushState' : 'replaceState'](
      null,
      '',
      ofPage ? `${location.pathname}${query}${location.hash}` : `${place}${query}`,
    );
    // Whoever follows the address hears of it as if a link had been pressed.
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return [values, set];
}

function usualOf(field: Field): string {
  return typeof field === 'string' ? field : field[0];
}

/** What an address says of a field, where it says anything that is known. */
function readField(field: Field, written: string | null): string {
  const isKnown = written !== null && (typeof field === 'string' || field.includes(written));
  return isKnown ? written : usualOf(field);
}

function followAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
