import { IconChevronLeft } from '@tabler/icons-react';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { EditorHead } from '../edit/editor-head';
import type { FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import type { RowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import styles from './counter-head.module.css';
import { useChosenCounter } from './use-chosen-counter';

/** All fields of a service, in the place of its counter's. */
export function ServiceFields(props: {
  readonly editor: RowEditor<AdminService> & { readonly service: AdminService };
  readonly rows: readonly FieldRow<AdminService>[];
  readonly counter: AdminCounter;
  readonly readOnly: boolean;
}) {
  const { editor, counter, readOnly } = props;
  const { service } = editor;
  const { t, local } = useTexts();
  const [, go] = useChosenCounter();
  const { id } = service;
  return (
    <section aria-label={local(service.name) || t('services.new')}>
      <button type="button" className={styles.link} onClick={() => go({ fields: 'utama' })}>
        <IconChevronLeft size={16} aria-hidden /> {t('counters.backToServices')}
      </button>
      <EditorHead
        name={local(service.name)}
        unnamed={t('services.new')}
        code={service.prefix ?? counter.code}
        soundsLike={service.soundsLike}
        unreadable={service.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveService', { params: { id } })}
        onArchived={() => go({ serviceId: null, fields: 'utama' })}
      />
      <FieldTable {...editor.table} rows={props.rows} readOnly={readOnly} />
    </section>
  );
}
