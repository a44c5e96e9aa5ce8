import { Select, TextInput } from '@mantine/core';
import { useTexts } from '../texts/use-texts';
import { periodNames, usePeriod } from './period';
import styles from './period-picker.module.css';

/** Chooses the period of all sections: by name, or by two dates. */
export function PeriodPicker() {
  const { t } = useTexts();
  const { name, period, today, choose, chooseDates } = usePeriod();
  return (
    <div className={styles.picker}>
      <Select
        label={t('period.label')}
        w={200}
        value={name}
        allowDeselect={false}
        data={periodNames.map((each) => ({ value: each, label: t(`period.${each}`) }))}
        onChange={(value) => {
          const chosen = periodNames.find((each) => each === value);
          if (chosen) choose(chosen);
        }}
      />
      <TextInput
        type="date"
        label={t('period.from')}
        max={today}
        value={period.from}
        onChange={({ currentTarget: { value } }) => value !== '' && chooseDates(value, period.to)}
      />
      <TextInput
        type="date"
        label={t('period.to')}
        max={today}
        value={period.to}
        onChange={({ currentTarget: { value } }) => value !== '' && chooseDates(period.from, value)}
      />
    </div>
  );
}
