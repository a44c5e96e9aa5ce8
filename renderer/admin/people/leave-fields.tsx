import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Leave } from '../../../electron/contract/admin';
import { useRoute } from '../../client/use-route';
import { DateField } from '../../ui/office/date-field';
import { useTexts } from '../texts';
import styles from './person-panel.module.css';

/** Somebody's days of leave, from – to, each with a note. */
export function LeaveFields(props: {
  readonly value: readonly Leave[];
  readonly onChange: (leave: Leave[]) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTexts();
  const { data: site } = useRoute('site');
  const today = site?.businessDate ?? '';
  const change = (place: number, fields: Partial<Leave>) =>
    onChange(value.map((span, index) => (index === place ? { ...span, ...fields } : span)));
  return (
    <fieldset className={styles.leave}>
      <legend>{t('people.leave')}</legend>
      <p className={styles.help}>{t('people.leave.help')}</p>
      {[...value.entries()].map(([place, span]) => (
        <div key={place} className={styles.span}>
          <DateField
            label={t('people.leave.from')}
            value={span.from}
            // A leave that is moved is at least a day long.
            onChange={(from) => change(place, span.to >= from ? { from } : { from, to: from })}
          />
          <DateField
            label={t('people.leave.to')}
            value={span.to}
            onChange={(to) => change(place, to >= span.from ? { to } : { from: to, to })}
          />
          <TextInput
            label={t('people.leave.note')}
            maxLength={80}
            value={span.note}
            onChange={(event) => change(place, { note: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size={42}
            aria-label={t('people.leave.remove', { date: span.from })}
            onClick={() => onChange(value.filter((_, index) => index !== place))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={value.length >= 40}
          onClick={() => onChange([...value, { from: today, to: today, note: '' }])}
        >
          {t('people.leave.add')}
        </Button>
      </div>
    </fieldset>
  );
}
