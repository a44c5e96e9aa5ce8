import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settingWords } from '../../../electron/contract/setting-words';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { refreshBelow, routeKey } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { LogoField } from '../hall/logo-field';
import { useTexts } from '../texts';
import styles from './set-up-section.module.css';

/** The hall's logo for its screens and its paper at once; each can be changed apart later. Saved as it is sent. */
export function LogoPart({ settings }: { readonly settings: ShownSettings }) {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async ({ name, file }: { readonly name: string | null; readonly file: Blob | null }) => {
      const { blocks, version } = await callRoute('ticketLayout');
      const logo = file && (await callRoute('ticketLogo', { file }));
      const others = blocks.filter(({ kind }) => kind !== 'logo');
      await callRoute('changeTicketLayout', {
        ifVersion: version,
        body: { logo, blocks: logo ? [{ kind: 'logo' }, ...others] : others },
      });
      return callRoute('changeSettings', { body: { logo: name } });
    },
    onSuccess: (saved) => queries.setQueryData(routeKey('settings'), saved),
    onSettled: () => refreshBelow(queries, '/admin/ticket-layout'),
  });
  return (
    <>
      <LogoField
        label={settingWords('logo', language).label}
        logo={settings.logo}
        help={t('setUp.logo.help')}
        readOnly={false}
        onKept={(name, file) => save.mutate({ name, file })}
        onRemove={() => save.mutate({ name: null, file: null })}
      />
      <FormError error={save.error} />
      {save.isSuccess && (
        <span className={styles.good} role="status">
          {t('setUp.logo.saved')}
        </span>
      )}
    </>
  );
}
