import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts/use-texts';
import styles from './set-up-section.module.css';
import type { StepProps } from './step-props';
import { useSaveBeforeNext, useSaveSettings } from './use-save-settings';

/** Whether desks on other computers may connect, and where visitors' phones find the hall. */
export function NetworkStep({ settings, beforeNext }: StepProps) {
  const { t } = useTexts();
  const [lanOpen, setLanOpen] = useState(settings.lanOpen);
  const [publicUrl, setPublicUrl] = useState(settings.publicUrl ?? '');
  const save = useSaveSettings();
  const typed = { version: settings.version, lanOpen, publicUrl: publicUrl.trim() || null };
  const changed = lanOpen !== settings.lanOpen || typed.publicUrl !== settings.publicUrl;
  useSaveBeforeNext(beforeNext, changed ? () => save.mutateAsync(typed) : null);
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed);
      }}
    >
      <Switch
        label={t('hall.lanOpen')}
        description={t('hall.lanOpen.help')}
        checked={lanOpen}
        onChange={(event) => setLanOpen(event.currentTarget.checked)}
      />
      <TextInput
        label={t('hall.publicUrl')}
        description={t('hall.publicUrl.help')}
        type="url"
        placeholder="http://192.168.1.10:4180"
        maxLength={200}
        value={publicUrl}
        onChange={(event) => setPublicUrl(event.currentTarget.value)}
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
