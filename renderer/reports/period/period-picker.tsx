import { Select } from '@mantine/core';
import { DateField } from '../../ui/office/date-field';
import { useTexts } from '../texts';
import { periodNames, usePeriod } from './period';
import styles from './period-picker.module.css';

/** Chooses the period of all sections: by name, or by two dates. */
export function PeriodPicker() {
  const { t } = useTexts();
  const { name, period, choose, chooseDates } = usePeriod();
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
      <DateField
        label={t('period.from')}
        width={268}
        value={period.from}
        onChange={(from) => chooseDates(from, period.to)}
      />
      <DateField
        label={t('period.to')}
        width={268}
        value={period.to}
        onChange={(to) => chooseDates(period.from, to)}
      />
    </div>
  );
}
