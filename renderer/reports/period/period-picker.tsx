import { ActionIcon, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Language } from '../../../electron/contract/languages';
import { neighbouringPeriod } from '../../../electron/contract/neighbouring-period';
import { dateInWords } from '../../../electron/texts/dates';
import { DateField } from '../../ui/office/date-field';
import { useTexts } from '../texts';
import { type Period, periodNames, usePeriod } from './period';
import styles from './period-picker.module.css';
import { periodInWords } from './period-words';

/** The chosen dates, a single one without its weekday, for which there is no room. */
function chosenInWords(period: Period, language: Language): string {
  return period.from === period.to
    ? dateInWords(period.from, language, 'year')
    : periodInWords(period, language);
}

/** Chooses the period of all sections: by name, the one before or after it, or by two dates. */
export function PeriodPicker() {
  const { t, language } = useTexts();
  const { name, period, today, choose, chooseDates } = usePeriod();
  const step = (by: -1 | 1) => {
    const { from, to } = neighbouringPeriod(period, by);
    chooseDates(from, to);
  };
  return (
    <div className={styles.picker}>
      <div className={styles.steps}>
        <ActionIcon variant="default" size={36} aria-label={t('period.earlier')} onClick={() => step(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Select
          aria-label={t('period.label')}
          w={230}
          value={name}
          allowDeselect={false}
          maxDropdownHeight={360}
          data={periodNames.map((each) => ({
            value: each,
            label:
              each === 'chosen' && name === 'chosen' ? chosenInWords(period, language) : t(`period.${each}`),
          }))}
          onChange={(value) => {
            const chosen = periodNames.find((each) => each === value);
            if (chosen) choose(chosen);
          }}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('period.later')}
          disabled={period.to >= today}
          onClick={() => step(1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      {name === 'chosen' && (
        <>
          <DateField
            label={t('period.from')}
            value={period.from}
            onChange={(from) => chooseDates(from, period.to)}
          />
          <DateField
            label={t('period.to')}
            value={period.to}
            onChange={(to) => chooseDates(period.from, to)}
          />
        </>
      )}
    </div>
  );
}
