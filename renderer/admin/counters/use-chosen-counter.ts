import { useAddressState } from '../../client/address-state';

/** Stands in the address for a row that is being made. */
const newRow = 'baru';

/** What of the section is open; ids are null where nobody chose, empty of what is being made. */
export interface ChosenCounter {
  readonly counterId: string | null;
  readonly serviceId: string | null;
  /** What is seen of it: its visitors' words and its services, or all fields of the counter or of the service. */
  readonly fields: 'utama' | 'gerai' | 'layanan';
  /** Of one that is being made: the counter that it is to be like, services and all. */
  readonly like: string | null;
}

/** The counter and service that are chosen, kept in the address (`#gerai?pilih=3&layanan=12`); a counter is chosen without its services. */
export function useChosenCounter(): readonly [ChosenCounter, (next: Partial<ChosenCounter>) => void] {
  const [{ pilih, layanan, isian, seperti, counter }, set] = useAddressState(
    { pilih: '', layanan: '', isian: ['utama', 'gerai', 'layanan'], seperti: '', counter: '' },
    { isStep: true },
  );
  const idOf = (written: string) => (written === '' ? null : written === newRow ? '' : written);
  const writtenOf = (id: string | null) => (id === '' ? newRow : (id ?? ''));
  // Where services had a page of their own its address named the counter beside the service.
  const ids =
    counter === '' ? { counterId: pilih, serviceId: layanan } : { counterId: counter, serviceId: pilih };
  const chosen = {
    counterId: idOf(ids.counterId),
    serviceId: idOf(ids.serviceId),
    fields: isian,
    like: seperti || null,
  };
  const go = (next: Partial<ChosenCounter>) => {
    const from = 'counterId' in next ? { serviceId: null, fields: 'utama' as const, like: null } : chosen;
    const to = { ...chosen, ...from, ...next };
    set({
      counter: '',
      pilih: writtenOf(to.counterId),
      layanan: writtenOf(to.serviceId),
      isian: to.fields,
      seperti: to.like ?? '',
    });
  };
  return [chosen, go];
}
