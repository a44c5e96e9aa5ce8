import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { FormError } from '../../ui/office/form-error';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { useSaveSettings } from './use-save-settings';

/** Keeps desks and admins to https, once it is known that they can come by it. */
export function RequireHttps({ isByHttps }: { readonly isByHttps: boolean }) {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  const save = useSaveSettings();
  const [isTried, setIsTried] = useState(false);
  if (!settings) return null;
  const { version, httpsRequired } = settings;
  const set = (required: boolean) => {
    setIsTried(false);
    save.mutate({ version, httpsRequired: required });
  };
  return (
    <section aria-labelledby="https-required">
      <h2 id="https-required">{t('https.required')}</h2>
      <p>{t('https.required.help')}</p>
      <FormError error={save.error} />
      {httpsRequired ? (
        <>
          <p>
            <b>{t('https.required.isOn')}</b>
          </p>
          <div>
            <Button variant="default" loading={save.isPending} onClick={() => set(false)}>
              {t('https.required.off')}
            </Button>
          </div>
        </>
      ) : isByHttps ? (
        <>
          <Checkbox
            label={t('https.required.tried')}
            checked={isTried}
            onChange={(event) => setIsTried(event.currentTarget.checked)}
          />
          <div>
            <Button disabled={!isTried} loading={save.isPending} onClick={() => set(true)}>
              {t('https.required.on')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('https.required.first')}</p>
      )}
    </section>
  );
}
