import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { counterGroups } from '../../../electron/contract/counter-groups';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { blankCounter } from '../counters/blank-rows';
import { editedCounter, useCounterRows } from '../counters/counter-rows';
import { EditForm } from '../edit/edit-form';
import { FieldTable } from '../edit/field-table';
import { useChosenRow } from '../edit/use-chosen-row';
import { useRowEditor } from '../edit/use-row-editor';
import { RecordPanel } from '../records/record-panel';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';

/** Which of the prepared counters this hall has; the others are archived, and come back with a tick. */
export function CountersStep({ way }: StepProps) {
  const { t, local } = useTexts();
  const counters = useRoute('adminCounters', { query: { archived: 'true' } });
  const { wanted, error, want } = useKept();
  const [openId, setOpenId] = useChosenRow();
  const all = counters.data ?? [];
  const isHere = ({ id, archived }: AdminCounter) => wanted[id] ?? !archived;
  const here = all.filter(isHere);
  const open = openId === '' ? blankCounter : all.find(({ id }) => id === openId);
  return (
    <StepForm way={way} without={counters.data && here.length === 0 ? t('setUp.skip') : null}>
      <FormError error={error} />
      {!counters.data && <NotYet answer={counters} />}
      {counters.data && (
        <div className={styles.row}>
          <p role="status" className={styles.grow}>
            {t('setUp.counters.count', { count: here.length })}
          </p>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpenId('')}
          >
            {t('counters.add')}
          </Button>
        </div>
      )}
      <div className={styles.choices}>
        {counterGroups
          .filter((group) => all.some((counter) => counter.group === group))
          .map((group) => (
            <fieldset key={group} className={styles.group}>
              <legend>{t(`group.${group}`)}</legend>
              {all
                .filter((counter) => counter.group === group)
                .map((counter) => (
                  <div key={counter.id} className={styles.choice}>
                    <Checkbox
                      label={`${counter.code}, ${local(counter.name)}`}
                      description={local(counter.hint)}
                      checked={isHere(counter)}
                      onChange={(event) => want(counter.id, event.currentTarget.checked)}
                    />
                    {isHere(counter) && (
                      <ActionIcon
                        variant="subtle"
                        size={36}
                        aria-label={t('setUp.counters.change', { counter: local(counter.name) })}
                        onClick={() => setOpenId(counter.id)}
                      >
                        <IconPencil size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </div>
                ))}
            </fieldset>
          ))}
      </div>
      {open && <CounterPanel key={open.id} counter={open} onClose={() => setOpenId(null)} />}
    </StepForm>
  );
}

/** Keeps counters in the hall or takes them out; several may be on their way at once. */
function useKept() {
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const [error, setError] = useState<Error | null>(null);
  const want = async (id: string, here: boolean) => {
    setError(null);
    setWanted((before) => ({ ...before, [id]: here }));
    try {
      if (here) await callRoute('changeCounter', { params: { id }, body: { archived: false } });
      else await callRoute('archiveCounter', { params: { id } });
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
    await refreshBelow(queries, '/admin');
    setWanted(({ [id]: _told, ...others }) => others);
  };
  return { wanted, error, want: (id: string, here: boolean) => void want(id, here) };
}

/** All fields of a counter, beside the list. */
function CounterPanel({
  counter,
  onClose,
}: {
  readonly counter: AdminCounter;
  readonly onClose: () => void;
}) {
  const { t, local } = useTexts();
  const rows = useCounterRows(counter);
  const { table, part } = useRowEditor(editedCounter(counter, rows, null, onClose));
  return (
    <RecordPanel title={local(counter.name) || t('counters.new')} onClose={onClose}>
      <EditForm parts={[part]} readOnly={false} {...(counter.id === '' ? {} : { onSaved: onClose })}>
        <FieldTable {...table} rows={rows} readOnly={false} />
      </EditForm>
    </RecordPanel>
  );
}
