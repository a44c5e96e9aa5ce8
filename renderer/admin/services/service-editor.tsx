import { Checkbox, Switch, TextInput } from '@mantine/core';
import type { AdminService, ServiceChange } from '../../../electron/contract/admin-hall';
import { priorities } from '../../../electron/contract/priorities';
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
      priorities: t('services.priorities'),
      calledMinutes: t('hall.calledMinutes'),
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
    make: ({ id: _none, version, archived, position, soundsLike, unreadable, documents, ...fields }, key) =>
      callRoute('makeService', { key, body: { ...fields, documents: filledLines(documents) } }),
    onMade: props.onMade,
  });
  const { value, set } = edit;
  const known = value.priorities ?? priorities;
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
      <div className={styles.fields}>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            {t('services.priorities')} <span className={styles.help}>{t('services.priorities.help')}</span>
          </legend>
          <div className={styles.row}>
            {priorities.map((priority) => (
              <Checkbox
                key={priority}
                label={t(`priority.${priority}`)}
                disabled={readOnly}
                checked={known.includes(priority)}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  const kept = priorities.filter((each) =>
                    each === priority ? wanted : known.includes(each),
                  );
                  set({ priorities: kept.length === priorities.length ? null : kept });
                }}
              />
            ))}
          </div>
        </fieldset>
        <WholeNumberField
          label={t('hall.calledMinutes')}
          description={t('hall.calledMinutes.help')}
          unit={t('unit.minutes')}
          least={0}
          most={60}
          empty={t('asHall')}
          disabled={readOnly}
          value={value.calledMinutes}
          onChange={(calledMinutes) => set({ calledMinutes })}
        />
      </div>
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
