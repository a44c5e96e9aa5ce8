import { useQueryClient } from '@tanstack/react-query';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { useRowEditor } from './use-row-editor';

/** The PIN is written, never read. */
export type SettingsFields = ShownSettings & { readonly id: string; readonly exitPin?: string };
const row = { id: 'settings' } as const;

/** The edit of some of the hall's settings, with its save; `names` are those fields in people's words. */
export function useSettingsEditor(
  draftKey: string,
  settings: ShownSettings,
  names: Readonly<Partial<Record<keyof SettingsFields, string>>>,
) {
  const queries = useQueryClient();
  return useRowEditor<SettingsFields>({
    draftKey,
    row: { ...settings, ...row },
    names,
    load: async () => ({ ...(await callRoute('settings')), ...row }),
    change: async (changes, ifVersion) => {
      const { id: _row, ...body } = changes;
      const saved = await callRoute('changeSettings', { ifVersion, body });
      void refreshBelow(queries, '/site');
      return { ...saved, ...row };
    },
    make: () => Promise.reject(new Error('the settings are always there')),
    onMade: () => undefined,
  });
}
