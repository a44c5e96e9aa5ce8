import { useQueryClient } from '@tanstack/react-query';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import type { SettingSection } from '../../../electron/contract/setting-words';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { type SettingControls, type SettingsFields, settingRows } from './setting-rows';
import { useRowEditor } from './use-row-editor';

const row = { id: 'settings' } as const;

/** The settings of a section as a table of fields, and their save. */
export function useSettingsForm<Section extends SettingSection>(
  section: Section,
  settings: ShownSettings,
  controls: SettingControls<Section>,
) {
  const { language } = useTexts();
  const readOnly = !useMayChange();
  const queries = useQueryClient();
  const rows = settingRows(section, language, controls);
  const { edit, table, part } = useRowEditor<SettingsFields>({
    draftKey: `settings:${section}`,
    row: { ...settings, ...row },
    rows,
    shapes: fieldShapes.settings,
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
  return { edit, readOnly, part, table: { ...table, rows, readOnly } };
}
