import { VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { useDraftStore } from '../../ui/office/drafts';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { SortableList } from '../edit/sortable-list';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { blankCounter, counterKey, serviceKey } from './blank-rows';
import { CounterBadge } from './counter-badge';
import { CounterEditor } from './counter-editor';
import styles from './counters-section.module.css';
import { useChosenCounter } from './use-chosen-counter';

/** The counters by the kiosk's groups and in its order, each with its services. */
export function CountersSection() {
  const { t, local } = useTexts();
  const mayChange = useMayChange();
  const queries = useQueryClient();
  const { drafts } = useDraftStore();
  const counters = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
  const [{ counterId, serviceId }, go] = useChosenCounter();
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      callRoute('changeCounter', { params: { id }, body: { position } }),
    onSettled: () => refreshBelow(queries, '/admin'),
  });
  if (!counters.data || !services) return <NotYet answer={counters} />;
  const all = counters.data;
  const ordered = counterGroups.flatMap((group) => all.filter((counter) => counter.group === group));
  const servicesOf = byCounter(services);
  const isChanged = ({ id }: AdminCounter) =>
    counterKey(id) in drafts || Object.keys(drafts).some((key) => key.startsWith(serviceKey(id, '')));
  // A link may name a service alone.
  const counterOf = services.find(({ id }) => id === serviceId)?.counterId;
  const chosen =
    counterId === '' ? blankCounter : (all.find(({ id }) => id === (counterId ?? counterOf)) ?? ordered[0]);
  return (
    <CollectionPage
      title={t('section.counters')}
      count={all.length}
      addText={t('counters.add')}
      onAdd={mayChange ? () => go({ counterId: '' }) : null}
      list={
        <SortableList
          label={t('section.counters')}
          searchLabel={t('day.search')}
          items={ordered.map((counter) => ({
            id: counter.id,
            title: local(counter.name),
            spoken: counter.code,
            group: t(`group.${counter.group}`),
            lead: <CounterBadge counter={counter} />,
            ...(counter.paused ? { note: t('paused') } : {}),
            trail: (
              <span className={styles.count}>
                {servicesOf.get(counter.id)?.length ?? 0}
                <VisuallyHidden> {t('section.services')}</VisuallyHidden>
              </span>
            ),
            words: (servicesOf.get(counter.id) ?? []).map(({ name }) => local(name)).join(' '),
            isChanged: isChanged(counter),
          }))}
          chosen={chosen?.id ?? null}
          onChoose={(id) => go({ counterId: id })}
          onMove={
            mayChange
              ? (id, to) => {
                  const position = all.findIndex((counter) => counter.id === ordered[to]?.id);
                  move.mutate({ id, position });
                }
              : null
          }
        />
      }
    >
      {chosen && (
        <CounterEditor
          key={chosen.id}
          counter={chosen}
          services={servicesOf.get(chosen.id) ?? []}
          readOnly={!mayChange}
        />
      )}
    </CollectionPage>
  );
}

function byCounter(services: readonly AdminService[]): ReadonlyMap<string, readonly AdminService[]> {
  const found = new Map<string, AdminService[]>();
  for (const service of services) {
    const before = found.get(service.counterId);
    if (before) before.push(service);
    else found.set(service.counterId, [service]);
  }
  return found;
}
