import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AdminHours } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { EditForm } from '../edit/edit-form';
import { useTexts } from '../texts';
import styles from './hours-editor.module.css';
import { HoursFields, useHoursEditor } from './hours-fields';

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
  const { id } = hours;
  const editor = useHoursEditor(hours);
  const follow = useMutation({
    mutationFn: () => callRoute('removeHours', { params: { id }, ifVersion: hours.version }),
    onSuccess: async () => {
      editor.edit.discard();
      await refreshBelow(queries, '/admin');
    },
  });
  return (
    <EditForm parts={[editor.part]} readOnly={readOnly} saveText={t('hours.save')}>
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
      <HoursFields editor={editor} wider={id === '' ? null : (wider?.week ?? null)} readOnly={readOnly} />
      {props.children}
    </EditForm>
  );
}
