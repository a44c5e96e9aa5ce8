import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts';
import { SettingsForm } from './settings-form';
import type { StepProps } from './step-props';

/** Whether desks on other computers may connect, and where visitors' phones find the hall. */
export function NetworkStep({ settings, beforeNext }: StepProps) {
  const { t } = useTexts();
  const [lanOpen, setLanOpen] = useState(settings.lanOpen);
  const [publicUrl, setPublicUrl] = useState(settings.publicUrl ?? '');
  const typed = { version: settings.version, lanOpen, publicUrl: publicUrl.trim() || null };
  const changed = lanOpen !== settings.lanOpen || typed.publicUrl !== settings.publicUrl;
  return (
    <SettingsForm typed={typed} changed={changed} beforeNext={beforeNext}>
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
    </SettingsForm>
  );
}
