import { useAddressState } from '../../client/address-state';

/** Stands in the address for a row that is being made. */
const newRow = 'baru';

/** The id of the row that is chosen or open, kept in the address; empty: one is being made, null: nobody chose. */
export function useChosenRow(): readonly [string | null, (id: string | null) => void] {
  const [chosen, choose] = useAddressState('pilih');
  return [chosen === newRow ? '' : chosen, (id) => choose(id === '' ? newRow : id)];
}
