import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminHours } from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useTexts } from '../texts';
import styles from './hours-editor.module.css';
import { WeekEditor } from './week-editor';

const early = fieldShapes.hours.lastTicketMinutesBefore;

/** One week of hours; hours without an id are the wider ones, which become this scope's own once changed. */
export function HoursEditor({ hours, readOnly }: { readonly hours: AdminHours; readonly readOnly: boolean }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const { id, scope } = hours;
  const { edit, submit, bar } = useRowEditor<AdminHours>({
    draftKey: `hours:${scope}`,
    row: hours,
    rows: [
      { key: 'week', label: t('hours.week') },
      { key: 'lastTicketMinutesBefore', label: t('hours.early') },
    ],
    load: () => callRoute('adminHoursOf', { params: { id } }),
    change: ({ week, lastTicketMinutesBefore }, ifVersion) =>
      callRoute('changeHours', {
        params: { id },
        ifVersion,
        body: {
          ...(week === undefined ? {} : { week }),
          ...(lastTicketMinutesBefore === undefined ? {} : { lastTicketMinutesBefore }),
        },
      }),
    make: ({ week, lastTicketMinutesBefore }, key) =>
      callRoute('makeHours', { key, body: { scope, week, lastTicketMinutesBefore } }),
    onMade: () => undefined,
  });
  const follow = useMutation({
    mutationFn: () => callRoute('removeHours', { params: { id }, ifVersion: hours.version }),
    onSuccess: async () => {
      edit.discard();
      await refreshBelow(queries, '/admin');
    },
  });
  const { value, base, set } = edit;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormError error={follow.error} />
      <WeekEditor
        week={value.week}
        saved={base.week}
        readOnly={readOnly}
        onChange={(week) => set({ week: [...week] })}
      />
      <div className={styles.early}>
        <WholeNumberField
          label={t('hours.early')}
          description={t('hours.early.help')}
          unit="minutes"
          min={early.min ?? 0}
          max={early.max ?? 0}
          disabled={readOnly}
          value={value.lastTicketMinutesBefore}
          onChange={(minutes) => minutes !== null && set({ lastTicketMinutesBefore: minutes })}
        />
        {id !== '' && scope !== 'hall' && !readOnly && (
          <Button variant="default" loading={follow.isPending} onClick={() => follow.mutate()}>
            {t('hours.follow')}
          </Button>
        )}
      </div>
      {!readOnly && <SaveBar {...bar} saveText={t('hours.save')} />}
    </form>
  );
}
