import { Select } from '@mantine/core';
import { addDays } from '../../../electron/contract/calendar-days';
import { useAddressState } from '../../client/address-state';
import { DateField } from '../../ui/office/date-field';
import { useCentre } from '../api';
import { useTexts } from '../texts';

const usualDays = 30;

/** Of which days, halls and institutions a report is: kept in the address, and shared by the sections that have them. */
export function useScope() {
  const choices = useCentre('reportChoices');
  const [{ dari, sampai, balai, instansi }, set] = useAddressState({
    dari: '',
    sampai: '',
    balai: '',
    instansi: '',
  });
  const newest = choices.data?.newest ?? new Date().toISOString().slice(0, 10);
  const last = sampai || newest;
  // Two dates the wrong way round are the same days.
  const [from = last, to = last] = [dari || addDays(last, 1 - usualDays), last].toSorted();
  return {
    choices: choices.data,
    answer: choices,
    from,
    to,
    hallId: balai || undefined,
    agency: instansi || undefined,
    set,
  };
}
export type Scope = ReturnType<typeof useScope>;

/** What a route is asked of a scope. */
export function queryOf({ from, to, hallId, agency }: Scope) {
  return {
    from,
    to,
    ...(hallId === undefined ? {} : { hallId }),
    ...(agency === undefined ? {} : { agency }),
  };
}

/** The fields by which a scope is chosen. */
export function ScopeFields({
  scope,
  withoutHall,
}: {
  readonly scope: Scope;
  readonly withoutHall?: boolean;
}) {
  const { t } = useTexts();
  const { choices, set } = scope;
  return (
    <>
      <DateField label={t('centre.from')} value={scope.from} onChange={(dari) => set({ dari })} />
      <DateField label={t('centre.to')} value={scope.to} onChange={(sampai) => set({ sampai })} />
      {!withoutHall && (
        <Select
          label={t('centre.hall')}
          w={210}
          clearable
          searchable
          placeholder={t('centre.people.all')}
          value={scope.hallId ?? null}
          data={(choices?.halls ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(balai) => set({ balai: balai ?? '' })}
        />
      )}
      <Select
        label={t('centre.agency')}
        w={230}
        clearable
        searchable
        placeholder={t('centre.allAgencies')}
        value={scope.agency ?? null}
        data={[...(choices?.agencies ?? [])]}
        onChange={(instansi) => set({ instansi: instansi ?? '' })}
      />
    </>
  );
}
