import { Select } from '@mantine/core';
import type { AdminHours } from '../../../electron/contract/admin-hall';
import { useAddressState } from '../../client/address-state';
import { useRoute } from '../../client/use-route';
import { NotYet } from '../../ui/office/not-yet';
import { useMayChange } from '../frame/user-context';
import styles from '../hall/hall-section.module.css';
import { useTexts } from '../texts';
import { HoursEditor } from './hours-editor';
import { useScopes } from './use-scopes';

/** The weekly hours of the hall, and of the counters and services that have their own. */
export function HoursSection() {
  const { t } = useTexts();
  const mayChange = useMayChange();
  const hours = useRoute('adminHours');
  const scopes = useScopes();
  const { data: services } = useRoute('adminServices');
  const [{ scope }, set] = useAddressState({ scope: 'hall' });
  if (!hours.data || !scopes || !services) {
    return <NotYet answer={hours} />;
  }
  const of = (wanted: string) => hours.data.find((each) => each.scope === wanted);
  const data = scopes.map(({ value, label }) => ({
    value,
    label: value !== 'hall' && of(value) ? `${label} · ${t('hours.own')}` : label,
  }));
  const service = services.find(({ id }) => scope === `service:${id}`);
  const wider = (service && of(`counter:${service.counterId}`)) ?? of('hall');
  const own = of(scope);
  const shown: AdminHours = own ?? {
    id: '',
    version: 0,
    scope,
    week: wider?.week ?? [],
    lastTicketMinutesBefore: wider?.lastTicketMinutesBefore ?? 0,
    unreadable: [],
  };
  return (
    <div className={styles.page}>
      <h1>{t('section.hours')}</h1>
      <Select
        label={t('hours.whose')}
        description={own ? t('hours.own.help') : t('hours.follows')}
        searchable
        allowDeselect={false}
        data={data}
        value={scope}
        onChange={(chosen) => chosen && set({ scope: chosen })}
      />
      <HoursEditor key={scope} hours={shown} readOnly={!mayChange} />
    </div>
  );
}
