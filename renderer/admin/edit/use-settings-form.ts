import { useQueryClient } from '@tanstack/react-query';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import type { SettingSection } from '../../../electron/contract/setting-words';
import type { SettingKey, ShownSettings } from '../../../electron/contract/settings';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { sameValue } from '../../ui/office/drafts';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { type SettingControls, type SettingsFields, settingRows } from './setting-rows';
import { useRowEditor } from './use-row-editor';

const row = { id: 'settings' } as const;

/** The settings of a section, or some of them, as a table of fields, and their save. */
export function useSettingsForm<Section extends SettingSection>(
  section: Section,
  settings: ShownSettings,
  controls: SettingControls<Section>,
  /** Of a place that has only some of them: what its edit is kept as, and which they are. */
  some?: { readonly name: string; readonly keys: readonly SettingKey[] },
) {
  const { language } = useTexts();
  const readOnly = !useMayChange();
  const queries = useQueryClient();
  const rows = settingRows(section, language, controls).filter(
    ({ key }) => !some || some.keys.some((each) => each === key),
  );
  const { edit, table, part } = useRowEditor<SettingsFields>({
    draftKey: `settings:${some?.name ?? section}`,
    row: { ...settings, ...row },
    rows,
    shapes: fieldShapes.settings,
    load: async () => ({ ...(await callRoute('settings')), ...row }),
    change: async (changes, ifVersion, base) => {
      const { id: _row, ...body } = changes;
      // All settings are one row: what was saved of others is no conflict.
      const now = await callRoute('settings');
      const [theirs, own]: Readonly<Partial<Record<string, unknown>>>[] = [now, base];
      const isSame = Object.keys(body).every((key) => key in now && sameValue(theirs?.[key], own?.[key]));
      const saved = await callRoute('changeSettings', {
        ifVersion: isSame ? now.version : ifVersion,
        body,
      });
      void refreshBelow(queries, '/site');
      return { ...saved, ...row };
    },
    make: () => Promise.reject(new Error('the settings are always there')),
    onMade: () => undefined,
  });
  return { edit, readOnly, part, table: { ...table, rows, readOnly } };
}
