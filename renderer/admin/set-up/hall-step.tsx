import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { TimeZoneField } from '../hall/time-zone-field';
import { useTexts } from '../texts/use-texts';
import { LogoPart } from './logo-part';
import { SettingsForm } from './settings-form';
import type { StepProps } from './step-props';

/** What the hall is called, where it lies and by which clock it lives. */
export function HallStep({ settings, beforeNext }: StepProps) {
  const { t } = useTexts();
  const [siteName, setSiteName] = useState(settings.siteName);
  const [city, setCity] = useState(settings.city);
  const [timezone, setTimezone] = useState(settings.timezone);
  const typed = { version: settings.version, siteName, city, timezone };
  const changed = siteName !== settings.siteName || city !== settings.city || timezone !== settings.timezone;
  return (
    <>
      <SettingsForm typed={typed} changed={changed} beforeNext={beforeNext}>
        <TextInput
          label={t('hall.siteName')}
          description={t('hall.siteName.help')}
          required
          withAsterisk={false}
          maxLength={60}
          value={siteName}
          onChange={(event) => setSiteName(event.currentTarget.value)}
        />
        <TextInput
          label={t('hall.city')}
          description={t('hall.city.help')}
          required
          withAsterisk={false}
          maxLength={60}
          value={city}
          onChange={(event) => setCity(event.currentTarget.value)}
        />
        <TimeZoneField value={timezone} onChange={setTimezone} />
      </SettingsForm>
      <LogoPart settings={settings} />
    </>
  );
}
