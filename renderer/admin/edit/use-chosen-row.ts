import { useAddressState } from '../../client/address-state';

/** Stands in the address for a row that is being made. */
const newRow = 'baru';

/** The id of the row that is chosen or open, kept in the address; empty: one is being made, null: nobody chose. */
export function useChosenRow(): readonly [string | null, (id: string | null) => void] {
  const [{ pilih }, set] = useAddressState({ pilih: '' }, { isStep: true });
  const chosen = pilih === '' ? null : pilih === newRow ? '' : pilih;
  return [chosen, (id) => set({ pilih: id === '' ? newRow : (id ?? '') })];
}
