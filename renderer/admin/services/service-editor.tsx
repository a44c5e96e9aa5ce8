import { Checkbox } from '@mantine/core';
import type { AdminService, ServiceChange } from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { priorities } from '../../../electron/contract/priorities';
import { settingWords } from '../../../electron/contract/setting-words';
import { callRoute } from '../../client/api';
import { CodeControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import { EditorHead } from '../edit/editor-head';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import styles from '../edit/fields.module.css';
import { filledLines } from '../edit/localized-fields';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { useTexts } from '../texts';

/** A service's names, documents, quota and usual time. */
export function ServiceEditor(props: {
  readonly service: AdminService;
  readonly counterCode: string;
  readonly readOnly: boolean;
  readonly onMade: (service: AdminService) => void;
  readonly onArchived: () => void;
}) {
  const { service, counterCode, readOnly } = props;
  const { t, local, language } = useTexts();
  const { id } = service;
  const words = useFieldWords();
  const rows: FieldRow<AdminService>[] = [
    { key: 'name', ...words('name'), max: 80 },
    { key: 'quotaPerDay', ...words('services.quota'), unit: 'numbers', empty: t('services.noQuota') },
    { key: 'usualMinutes', ...words('services.usual'), unit: 'minutes' },
    {
      key: 'prefix',
      ...words('services.prefix'),
      max: 3,
      empty: t('services.prefix.empty', { code: counterCode }),
      control: CodeControl,
    },
    { key: 'documents', ...words('services.documents') },
    { key: 'priorities', ...words('services.priorities'), control: PrioritiesControl },
    { key: 'calledMinutes', ...settingWords('calledMinutes', language), empty: t('asHall') },
    { key: 'paused', ...words('paused') },
  ];
  const { table, part } = useRowEditor<AdminService>({
    draftKey: `service:${service.counterId}:${id}`,
    row: service,
    rows,
    shapes: fieldShapes.services,
    load: () => callRoute('adminService', { params: { id } }),
    change: (changes, ifVersion) => {
      const { documents, ...others } = changes;
      return callRoute('changeService', {
        params: { id },
        ifVersion,
        body: { ...others, ...(documents ? { documents: filledLines(documents) } : {}) } as ServiceChange,
      });
    },
    make: ({ id: _none, version, archived, position, soundsLike, unreadable, documents, ...fields }, key) =>
      callRoute('makeService', { key, body: { ...fields, documents: filledLines(documents) } }),
    onMade: props.onMade,
  });
  return (
    <EditForm parts={[part]} readOnly={readOnly}>
      <EditorHead
        name={local(service.name)}
        unnamed={t('services.new')}
        code={service.prefix ?? counterCode}
        soundsLike={service.soundsLike}
        unreadable={service.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveService', { params: { id } })}
        onArchived={props.onArchived}
      />
      <FieldTable rows={rows} {...table} readOnly={readOnly} />
    </EditForm>
  );
}

/** Who may ask to go first; all of them is null, so that a kind that is added later is among them. */
function PrioritiesControl(props: ControlProps<AdminService, AdminService['priorities']>) {
  const { t } = useTexts();
  const known = props.value ?? priorities;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{props.label}</legend>
      <p className={styles.help}>{props.help}</p>
      <div className={styles.row}>
        {priorities.map((priority) => (
          <Checkbox
            key={priority}
            label={t(`priority.${priority}`)}
            disabled={props.readOnly}
            checked={known.includes(priority)}
            onChange={(event) => {
              const wanted = event.currentTarget.checked;
              const kept = priorities.filter((each) => (each === priority ? wanted : known.includes(each)));
              props.onChange(kept.length === priorities.length ? null : kept);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
