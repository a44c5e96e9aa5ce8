import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminService } from '../../../electron/contract/admin-hall';
import { useAddressState } from '../../client/address-state';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useChosenRow } from '../edit/use-chosen-row';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { ServiceEditor } from './service-editor';

const blank: Omit<AdminService, 'counterId'> = {
  id: '',
  version: 0,
  archived: false,
  name: { id: '', en: '', jv: '' },
  prefix: null,
  quotaPerDay: null,
  usualMinutes: 10,
  documents: { id: [], en: [], jv: [] },
  position: 0,
  paused: false,
  priorities: null,
  calledMinutes: null,
  soundsLike: [],
  unreadable: [],
};

/** The services of one counter, in the order that visitors see. */
export function ServicesSection() {
  const { t, local } = useTexts();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const { data: counters } = useRoute('adminCounters');
  const services = useRoute('adminServices');
  const [{ counter: chosenCounter }, set] = useAddressState({ counter: '' });
  const counterId = chosenCounter || null;
  const [chosenId, setChosenId] = useChosenRow();
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      callRoute('changeService', { params: { id }, body: { position } }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (!services.data || !counters) {
    return <NotYet answer={services} />;
  }
  const counter = counters.find(({ id }) => id === counterId) ?? counters[0];
  if (!counter) return <p role="status">{t('services.noCounter')}</p>;
  const here = services.data.filter((service) => service.counterId === counter.id);
  const chosen =
    chosenId === '' || here.length === 0
      ? { ...blank, counterId: counter.id }
      : (here.find(({ id }) => id === chosenId) ?? here[0]);
  return (
    <CollectionPage
      title={t('section.services')}
      addText={t('services.add')}
      onAdd={mayChange ? () => setChosenId('') : null}
      filter={
        <Select
          aria-label={t('section.counters')}
          searchable
          allowDeselect={false}
          data={counters.map(({ id, code, name }) => ({ value: id, label: `${code}, ${local(name)}` }))}
          value={counter.id}
          onChange={(id) => {
            set({ counter: id ?? '' });
            setChosenId(null);
          }}
        />
      }
      list={
        <SortableList
          label={t('section.services')}
          items={here.map((service) => ({
            id: service.id,
            title: local(service.name),
            note: service.paused
              ? t('paused')
              : [
                  service.quotaPerDay === null
                    ? t('services.noQuota')
                    : t('services.quotaNote', { count: service.quotaPerDay }),
                  t('services.minutesNote', { count: service.usualMinutes }),
                ].join(', '),
          }))}
          chosen={chosen?.id ?? null}
          onChoose={setChosenId}
          onMove={mayChange ? (id, position) => move.mutate({ id, position }) : null}
        />
      }
    >
      {chosen && (
        <ServiceEditor
          key={`${counter.id}:${chosen.id}`}
          service={chosen}
          counterCode={counter.code}
          readOnly={!mayChange}
          onMade={({ id }) => setChosenId(id)}
          onArchived={() => setChosenId(null)}
        />
      )}
    </CollectionPage>
  );
}
