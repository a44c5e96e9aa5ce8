import { Switch, TextInput } from '@mantine/core';
import type { AdminService, ServiceChange } from '../../../electron/contract/admin-hall';
import { callRoute } from '../../client/api';
import { EditorHead } from '../edit/editor-head';
import styles from '../edit/fields.module.css';
import { filledLines, LocalizedFields, LocalizedLines } from '../edit/localized-fields';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { WholeNumberField } from '../edit/whole-number-field';
import { useTexts } from '../texts/use-texts';

/** A service's names, documents, quota and usual time. */
export function ServiceEditor(props: {
  readonly service: AdminService;
  readonly counterCode: string;
  readonly readOnly: boolean;
  readonly onMade: (service: AdminService) => void;
  readonly onArchived: () => void;
}) {
  const { service, counterCode, readOnly } = props;
  const { t, local } = useTexts();
  const { id } = service;
  const { edit, submit, bar } = useRowEditor<AdminService>({
    draftKey: `service:${service.counterId}:${id}`,
    row: service,
    names: {
      name: t('name'),
      prefix: t('services.prefix'),
      quotaPerDay: t('services.quota'),
      usualMinutes: t('services.usual'),
      documents: t('services.documents'),
      paused: t('paused'),
    },
    load: () => callRoute('adminService', { params: { id } }),
    change: (changes, ifVersion) => {
      const { documents, ...others } = changes;
      return callRoute('changeService', {
        params: { id },
        ifVersion,
        body: { ...others, ...(documents ? { documents: filledLines(documents) } : {}) } as ServiceChange,
      });
    },
    make: ({ counterId, name, prefix, quotaPerDay, usualMinutes, documents, paused }, key) =>
      callRoute('makeService', {
        key,
        body: {
          counterId,
          name,
          prefix,
          quotaPerDay,
          usualMinutes,
          documents: filledLines(documents),
          paused,
        },
      }),
    onMade: props.onMade,
  });
  const { value, set } = edit;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <EditorHead
        name={local(service.name)}
        unnamed={t('services.new')}
        code={service.prefix ?? counterCode}
        soundsLike={service.soundsLike}
        unreadable={service.unreadable}
        archive={id === '' || readOnly ? null : () => callRoute('archiveService', { params: { id } })}
        onArchived={props.onArchived}
      />
      <LocalizedFields
        label={t('name')}
        most={80}
        value={value.name}
        readOnly={readOnly}
        onChange={(name) => set({ name })}
      />
      <div className={styles.fields}>
        <WholeNumberField
          label={t('services.quota')}
          unit={t('unit.numbers')}
          least={1}
          most={9999}
          empty={t('services.noQuota')}
          disabled={readOnly}
          value={value.quotaPerDay}
          onChange={(quotaPerDay) => set({ quotaPerDay })}
        />
        <WholeNumberField
          label={t('services.usual')}
          unit={t('unit.minutes')}
          least={1}
          most={480}
          disabled={readOnly}
          value={value.usualMinutes}
          onChange={(usualMinutes) => usualMinutes !== null && set({ usualMinutes })}
        />
        <TextInput
          label={t('services.prefix')}
          placeholder={t('services.prefix.empty', { code: counterCode })}
          pattern="[A-Z]{1,2}[0-9]?"
          maxLength={3}
          readOnly={readOnly}
          value={value.prefix ?? ''}
          onChange={(event) => set({ prefix: event.currentTarget.value.toUpperCase() || null })}
        />
      </div>
      <LocalizedLines
        label={t('services.documents')}
        help={t('services.documents.help')}
        value={value.documents}
        readOnly={readOnly}
        onChange={(documents) => set({ documents })}
      />
      <Switch
        label={t('paused')}
        description={t('paused.help')}
        disabled={readOnly}
        checked={value.paused}
        onChange={(event) => set({ paused: event.currentTarget.checked })}
      />
      {!readOnly && <SaveBar {...bar} />}
    </form>
  );
}
