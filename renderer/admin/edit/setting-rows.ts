import type { Language } from '../../../electron/contract/languages';
import { type SettingSection, settingFields, settingWords } from '../../../electron/contract/setting-words';
import type { SettingKey, ShownSettings } from '../../../electron/contract/settings';
import type { Control, FieldRow } from './field-row';

/** The PIN is written, never read. */
export type SettingsFields = ShownSettings & { readonly id: string; readonly exitPin?: string | undefined };

type SettingIn<Section extends SettingSection> = {
  [Key in SettingKey]: (typeof settingFields)[Key]['section'] extends Section ? Key : never;
}[SettingKey];
type Plain = string | number | boolean | null | undefined;

/** Controls of a section's own: a must for every setting that is no plain text, number, choice or switch. */
export type SettingControls<Section extends SettingSection> = {
  readonly [Key in SettingIn<Section> as SettingsFields[Key] extends Plain ? never : Key]: Control<
    SettingsFields,
    Key
  >;
} & { readonly [Key in SettingIn<Section>]?: Control<SettingsFields, Key> };

/** The rows of a section's table: each setting that `settingFields` puts there, in that order. */
export function settingRows<Section extends SettingSection>(
  section: Section,
  language: Language,
  controls: SettingControls<Section>,
): readonly FieldRow<SettingsFields>[] {
  const own: Readonly<Record<string, unknown>> = controls;
  return (Object.keys(settingFields) as SettingKey[])
    .filter((key) => settingFields[key].section === section)
    .map((key) => ({ key, ...settingWords(key, language), control: own[key] }) as FieldRow<SettingsFields>);
}
