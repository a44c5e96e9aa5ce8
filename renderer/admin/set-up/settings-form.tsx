import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts/use-texts';
import styles from './set-up-section.module.css';
import type { StepProps } from './step-props';
import { type SettingsTyped, useSaveBeforeNext, useSaveSettings } from './use-save-settings';

/** A step's fields of the hall's settings: saved by its button, or by going on where something was changed. */
export function SettingsForm(props: {
  readonly typed: SettingsTyped;
  readonly changed: boolean;
  readonly beforeNext: StepProps['beforeNext'];
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const { typed, changed, beforeNext, children } = props;
  const save = useSaveSettings();
  useSaveBeforeNext(beforeNext, changed ? () => save.mutateAsync(typed) : null);
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed);
      }}
    >
      {children}
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
