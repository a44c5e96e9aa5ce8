import { Checkbox } from '@mantine/core';
import type { AdminService, ServiceChange } from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { priorities } from '../../../electron/contract/priorities';
import { settingWords } from '../../../electron/contract/setting-words';
import { callRoute } from '../../client/api';
import { CodeControl } from '../edit/controls';
import type { ControlProps, FieldRow } from '../edit/field-row';
import styles from '../edit/fields.module.css';
import { filledLines } from '../edit/localized-fields';
import { useFieldWords } from '../edit/use-field-words';
import type { EditedRow } from '../edit/use-row-editor';
import { useTexts } from '../texts';
import { serviceKey } from './blank-rows';

/** The fields of a service of a counter with these letters. */
export function useServiceRows(counterCode: string): readonly FieldRow<AdminService>[] {
  const { t, language } = useTexts();
  const words = useFieldWords();
  return [
    { key: 'name', ...words('name'), max: 80 },
    { key: 'usualMinutes', ...words('services.usual'), unit: 'minutes' },
    { key: 'quotaPerDay', ...words('services.quota'), unit: 'numbers', empty: t('services.noQuota') },
    { key: 'documents', ...words('services.documents') },
    {
      key: 'prefix',
      ...words('services.prefix'),
      max: 3,
      empty: t('services.prefix.empty', { code: counterCode }),
      control: CodeControl,
    },
    { key: 'priorities', ...words('services.priorities'), control: PrioritiesControl },
    { key: 'calledMinutes', ...settingWords('calledMinutes', language), empty: t('asHall') },
    { key: 'paused', ...words('paused') },
  ];
}

/** A service as it is edited and saved. */
export function editedService(
  service: AdminService,
  rows: readonly FieldRow<AdminService>[],
  onMade: (service: AdminService) => void,
): EditedRow<AdminService> {
  const { id } = service;
  return {
    draftKey: serviceKey(service.counterId, id),
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
    make: (made, key) => callRoute('makeService', { key, body: newServiceOf(made) }),
    onMade,
  };
}

/** What is sent to make a service: its fields without what only a kept one has. */
function newServiceOf(service: AdminService) {
  const { id: _id, version, archived, position, soundsLike, unreadable, documents, ...fields } = service;
  return { ...fields, documents: filledLines(documents) };
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
