import type { AdminHours } from '../../../electron/contract/admin-hall';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { CollectionPage } from '../edit/collection-page';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { ComingDays } from './coming-days';
import { HoursEditor } from './hours-editor';
import { ScopeTree } from './scope-tree';

/** The weekly hours of the hall, and of the counters and services that have their own. */
export function HoursSection() {
  const { t, local } = useTexts();
  const mayChange = useMayChange();
  const hours = useRoute('adminHours');
  const { data: counters } = useRoute('adminCounters');
  const { data: services } = useRoute('adminServices');
  const [{ scope }, set] = useAddressState({ scope: 'hall' });
  if (!hours.data || !counters || !services) return <NotYet answer={hours} />;
  const of = (wanted: string) => hours.data.find((each) => each.scope === wanted);
  const service = services.find(({ id }) => scope === `service:${id}`);
  const counter = counters.find(({ id }) => scope === `counter:${id}` || id === service?.counterId);
  const ofCounter = service && of(`counter:${service.counterId}`);
  const wider = ofCounter ?? of('hall');
  const own = of(scope);
  const shown: AdminHours = own ?? {
    id: '',
    version: 0,
    scope,
    week: wider?.week ?? [],
    lastTicketMinutesBefore: wider?.lastTicketMinutesBefore ?? 0,
    unreadable: [],
  };
  const isHall = scope === 'hall';
  const widerName = t(ofCounter ? 'hours.ofCounter' : 'hours.ofHall');
  const isOwnOf = (each: AdminHours) => each.scope !== 'hall';
  const scopes = ['hall', ...(counter ? [`counter:${counter.id}`] : []), ...(service ? [scope] : [])];
  return (
    <CollectionPage
      title={t('section.hours')}
      addText=""
      onAdd={null}
      list={
        <ScopeTree
          counters={counters}
          services={services}
          own={new Set(hours.data.filter(isOwnOf).map((each) => each.scope))}
          chosen={scope}
          onChoose={(chosen) => set({ scope: chosen })}
        />
      }
    >
      <HoursEditor
        key={scope}
        hours={shown}
        wider={isHall ? null : (wider ?? null)}
        title={isHall ? t('hours.hall') : local((service ?? counter)?.name ?? { id: '', en: '', jv: '' })}
        about={[
          ...(service && counter ? [`${counter.code}, ${local(counter.name)}.`] : []),
          isHall ? t('hours.hall.help') : t(own ? 'hours.own.help' : 'hours.follows', { whose: widerName }),
        ].join(' ')}
        followText={t('hours.follow', { whose: widerName })}
        readOnly={!mayChange}
      >
        <ComingDays scopes={isHall ? null : scopes} />
      </HoursEditor>
    </CollectionPage>
  );
}
