import { Select } from '@mantine/core';
import type { AdminDesk } from '../../../electron/contract/admin-hall';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useChosenRow } from '../edit/use-chosen-row';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { DeskEditor } from './desk-editor';

/** The desks by their numbers, of the whole hall or of one counter. */
export function DesksSection() {
  const { t, local } = useTexts();
  const mayChange = useMayChange();
  const desks = useRoute('adminDesks');
  const { data: counters } = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
  const [{ counter: chosenCounter }, set] = useAddressState({ counter: '' });
  const counterId = chosenCounter || null;
  const [chosenId, setChosenId] = useChosenRow();
  if (!desks.data || !counters || !services) {
    return <NotYet answer={desks} />;
  }
  const first = counters[0];
  if (!first) return <p role="status">{t('services.noCounter')}</p>;
  const shown = [...desks.data]
    .filter((desk) => counterId === null || [desk.counterId, ...desk.otherCounterIds].includes(counterId))
    .sort((one, other) => one.number - other.number);
  const free = Math.max(0, ...desks.data.map(({ number }) => number)) + 1;
  const blank: AdminDesk = {
    id: '',
    version: 0,
    archived: false,
    counterId: counterId ?? first.id,
    otherCounterIds: [],
    number: free,
    label: String(free),
    serviceIds: null,
    unreadable: [],
  };
  const chosen = chosenId === '' || !shown[0] ? blank : (shown.find(({ id }) => id === chosenId) ?? shown[0]);
  const codeOf = (id: string) => counters.find((counter) => counter.id === id);
  return (
    <CollectionPage
      title={t('section.desks')}
      addText={t('desks.add')}
      onAdd={mayChange ? () => setChosenId('') : null}
      filter={
        <Select
          aria-label={t('section.counters')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('desks.allCounters') }}
          placeholder={t('desks.allCounters')}
          data={counters.map(({ id, code, name }) => ({ value: id, label: `${code}, ${local(name)}` }))}
          value={counterId}
          onChange={(id) => {
            set({ counter: id ?? '' });
            setChosenId(null);
          }}
        />
      }
      list={
        <SortableList
          label={t('section.desks')}
          items={shown.map((desk) => ({
            id: desk.id,
            title: t('desks.desk', { label: desk.label }),
            note: [
              [desk.counterId, ...desk.otherCounterIds]
                .flatMap((id) => {
                  const counter = codeOf(id);
                  return counter ? [`${counter.code}, ${local(counter.name)}`] : [];
                })
                .join(' + '),
              desk.serviceIds === null
                ? t('desks.allServices')
                : t('desks.someServices', { count: desk.serviceIds.length }),
            ].join(' · '),
          }))}
          chosen={chosen.id || null}
          onChoose={setChosenId}
          onMove={null}
        />
      }
    >
      <DeskEditor
        key={chosen.id}
        desk={chosen}
        counters={counters}
        services={services}
        readOnly={!mayChange}
        onMade={({ id }) => setChosenId(id)}
        onArchived={() => setChosenId(null)}
      />
    </CollectionPage>
  );
}
