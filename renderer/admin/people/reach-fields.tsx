import { MultiSelect, Radio } from '@mantine/core';
import type { AdminUser } from '../../../electron/contract/admin';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { useTexts } from '../texts';
import styles from './person-panel.module.css';

type Reach = Pick<AdminUser, 'wholeHall' | 'institutions' | 'counterIds'>;

/** What somebody is for: some institutions, of an officer perhaps a few counters of these, or expressly the whole hall. */
export function ReachFields(props: {
  readonly value: Reach & Pick<AdminUser, 'role'>;
  readonly counters: readonly AdminCounter[];
  readonly onChange: (change: Partial<Reach>) => void;
}) {
  const { value, counters, onChange } = props;
  const { t, local } = useTexts();
  const { institutions, counterIds } = value;
  const inHall = [...new Set(counters.map(({ agency }) => agency))];
  // One that lost its counters can still be taken off.
  const choices = [...inHall, ...institutions.filter((name) => !inHall.includes(name))];
  const own = counters.filter(({ agency }) => institutions.includes(agency));
  const choose = (chosen: string[]) => {
    const kept = counterIds?.filter((id) =>
      counters.some((counter) => counter.id === id && chosen.includes(counter.agency)),
    );
    onChange({ institutions: chosen, counterIds: kept && kept.length > 0 ? kept : null });
  };
  return (
    <div className={styles.reach}>
      <Radio.Group
        label={t('people.reach')}
        value={value.wholeHall ? 'hall' : 'institutions'}
        onChange={(chosen) => onChange({ wholeHall: chosen === 'hall', institutions: [], counterIds: null })}
      >
        <div className={styles.radios}>
          <Radio
            value="institutions"
            label={t('people.reach.institutions')}
            description={t(
              `people.reach.institutions.${value.role === 'supervisor' ? 'supervisor' : 'staff'}`,
            )}
          />
          <Radio value="hall" label={t('people.reach.hall')} description={t('people.reach.hall.help')} />
        </div>
      </Radio.Group>
      {!value.wholeHall && (
        <MultiSelect
          label={t('people.institutions')}
          description={t('people.institutions.help')}
          placeholder={institutions.length === 0 ? t('people.institutions.choose') : ''}
          searchable
          clearable
          selectFirstOptionOnChange
          data={choices}
          value={institutions}
          onChange={choose}
        />
      )}
      {!value.wholeHall && value.role === 'staff' && own.length > 1 && (
        <MultiSelect
          label={t('people.counters')}
          description={t('people.counters.help')}
          placeholder={counterIds === null ? t('people.allCounters') : ''}
          searchable
          clearable
          selectFirstOptionOnChange
          data={own.map((counter) => ({
            value: counter.id,
            label: `${counter.code}, ${local(counter.name)}`,
          }))}
          value={counterIds ?? []}
          onChange={(chosen) => onChange({ counterIds: chosen.length > 0 ? chosen : null })}
        />
      )}
    </div>
  );
}
