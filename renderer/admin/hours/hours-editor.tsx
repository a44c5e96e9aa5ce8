import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AdminHours } from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { EditForm } from '../edit/edit-form';
import { FieldFault } from '../edit/field-fault';
import { NumberField } from '../edit/number-field';
import { useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import styles from './hours-editor.module.css';
import { WeekEditor } from './week-editor';

/** One week of hours; hours without an id are the wider ones, which become this scope's own once changed. */
export function HoursEditor(props: {
  readonly hours: AdminHours;
  /** Those that would hold without own ones; null: of the hall, which has none. */
  readonly wider: Pick<AdminHours, 'week'> | null;
  readonly title: string;
  /** Whose they are, and what they mean. */
  readonly about: string;
  readonly followText: string;
  readonly readOnly: boolean;
  /** Stands below the week. */
  readonly children: ReactNode;
}) {
  const { hours, wider, readOnly } = props;
  const { t } = useTexts();
  const queries = useQueryClient();
  const { id, scope } = hours;
  const { edit, part } = useRowEditor<AdminHours>({
    draftKey: `hours:${scope}`,
    row: hours,
    rows: [
      { key: 'week', label: t('hours.week') },
      { key: 'lastTicketMinutesBefore', label: t('hours.early') },
    ],
    shapes: fieldShapes.hours,
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
    <EditForm parts={[part]} readOnly={readOnly} saveText={t('hours.save')}>
      <header className={styles.head}>
        <div>
          <h2>{props.title}</h2>
          <p>{props.about}</p>
        </div>
        {id !== '' && wider !== null && !readOnly && (
          <Button variant="default" size="sm" loading={follow.isPending} onClick={() => follow.mutate()}>
            {props.followText}
          </Button>
        )}
      </header>
      <FormError error={follow.error} />
      <WeekEditor
        wider={id === '' ? null : (wider?.week ?? null)}
        week={value.week}
        saved={base.week}
        readOnly={readOnly}
        onChange={(week) => set({ week: [...week] })}
      />
      <FieldFault faults={part.faults} of="week" />
      <div className={styles.early}>
        <NumberField
          label={t('hours.early')}
          description={t('hours.early.help')}
          unit="minutes"
          readOnly={readOnly}
          value={value.lastTicketMinutesBefore}
          error={part.faults.lastTicketMinutesBefore ?? null}
          // What is no number is refused before it is sent.
          onChange={(minutes) => set({ lastTicketMinutesBefore: minutes as number })}
        />
      </div>
      {props.children}
    </EditForm>
  );
}
