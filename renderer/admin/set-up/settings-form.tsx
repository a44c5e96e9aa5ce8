import { Button } from '@mantine/core';
import { useState } from 'react';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { sameValue } from '../../ui/office/drafts';
import { FormError } from '../../ui/office/form-error';
import { FieldTable } from '../edit/field-table';
import { type SettingsFields, settingRows } from '../edit/setting-rows';
import { hallControls } from '../hall/hall-controls';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';
import type { StepProps } from './step-props';
import { useSaveBeforeNext, useSaveSettings } from './use-save-settings';

/** A step's fields of the hall's settings: saved by its button, or by going on where something was changed. */
export function SettingsForm(
  props: StepProps & { readonly fields: readonly (keyof SettingsFields & string)[] },
) {
  const { t, language } = useTexts();
  const { settings, fields, beforeNext } = props;
  const [typed, setTyped] = useState<Partial<SettingsFields>>({});
  const value: SettingsFields = { ...settings, ...typed, id: '' };
  const changed = fields.some(
    (field) => field in typed && !sameValue(typed[field], settings[field as keyof typeof settings]),
  );
  const save = useSaveSettings();
  const sent = () => ({
    ...Object.fromEntries(fields.map((field) => [field, value[field]])),
    version: settings.version,
  });
  useSaveBeforeNext(beforeNext, changed ? () => save.mutateAsync(sent()) : null);
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(sent());
      }}
    >
      <FieldTable
        rows={settingRows('hall', language, hallControls).filter(({ key }) => fields.includes(key))}
        shapes={fieldShapes.settings}
        value={value}
        set={(set) => setTyped((before) => ({ ...before, ...set }))}
        readOnly={false}
      />
      <FormError error={save.error} />
      <div className={styles.row}>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('save')}
        </Button>
        {save.isSuccess && (
          <span className={styles.good} role="status">
            {t('setUp.saved')}
          </span>
        )}
      </div>
    </form>
  );
}
