import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useChosenRow } from '../edit/use-chosen-row';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { CounterEditor } from './counter-editor';

const blank: AdminCounter = {
  id: '',
  version: 0,
  archived: false,
  code: '',
  name: { id: '', en: '', jv: '' },
  hint: { id: '', en: '', jv: '' },
  agency: '',
  group: 'regional',
  icon: 'building-store',
  zone: '',
  position: 0,
  paused: false,
  priorityRatio: null,
  waitLimitMinutes: null,
  phoneJoining: true,
  soundsLike: [],
  unreadable: [],
};

/** The counters in the order of the kiosk's menu. */
export function CountersSection() {
  const { t, local } = useTexts();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const counters = useRoute('adminCounters');
  const [chosenId, setChosenId] = useChosenRow();
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      callRoute('changeCounter', { params: { id }, body: { position } }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (!counters.data) return <NotYet answer={counters} />;
  const adding = chosenId === '';
  const chosen = adding ? blank : (counters.data.find(({ id }) => id === chosenId) ?? counters.data[0]);
  return (
    <CollectionPage
      title={t('section.counters')}
      addText={t('counters.add')}
      onAdd={mayChange ? () => setChosenId('') : null}
      list={
        <SortableList
          label={t('section.counters')}
          items={counters.data.map((counter) => ({
            id: counter.id,
            title: `${counter.code}, ${local(counter.name)}`,
            note: counter.paused ? t('paused') : local(counter.hint),
          }))}
          chosen={chosen?.id ?? null}
          onChoose={setChosenId}
          onMove={mayChange ? (id, position) => move.mutate({ id, position }) : null}
        />
      }
    >
      {chosen && (
        <CounterEditor
          key={chosen.id}
          counter={chosen}
          readOnly={!mayChange}
          onMade={({ id }) => setChosenId(id)}
          onArchived={() => setChosenId(null)}
        />
      )}
    </CollectionPage>
  );
}
