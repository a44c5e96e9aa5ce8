import { type FieldWords, type SettingSection, settingWords } from '../../../electron/contract/setting-words';
import type { SettingKey, ShownSettings } from '../../../electron/contract/settings';
import type { OfficeLanguage } from '../../ui/office/office-texts';
import type { Control, FieldRow } from './field-table';

/** The PIN is written, never read. */
export type SettingsFields = ShownSettings & { readonly id: string; readonly exitPin?: string | undefined };

type SettingIn<Section extends SettingSection> = {
  [Key in SettingKey]: (typeof settingWords)[Key]['section'] extends Section ? Key : never;
}[SettingKey];
type Plain = string | number | boolean | null | undefined;

/** Controls of a section's own: a must for every setting that is no plain text, number, choice or switch. */
export type SettingControls<Section extends SettingSection> = {
  readonly [Key in SettingIn<Section> as SettingsFields[Key] extends Plain ? never : Key]: Control<
    SettingsFields,
    Key
  >;
} & { readonly [Key in SettingIn<Section>]?: Control<SettingsFields, Key> };

/** What a field is called in a language of the office. */
export function wordsIn({ label, help, unit, values }: FieldWords, language: OfficeLanguage) {
  return {
    label: label[language],
    help: help?.[language],
    unit,
    values:
      values &&
      Object.fromEntries(Object.entries(values).map(([value, name]) => [value, name[language]] as const)),
  };
}

/** The rows of a section's table: each setting that `settingWords` puts there, in that order. */
export function settingRows<Section extends SettingSection>(
  section: Section,
  language: OfficeLanguage,
  controls: SettingControls<Section>,
): readonly FieldRow<SettingsFields>[] {
  const own: Readonly<Record<string, unknown>> = controls;
  return Object.entries(settingWords)
    .filter(([, words]) => words.section === section)
    .map(
      ([key, words]) => ({ key, ...wordsIn(words, language), control: own[key] }) as FieldRow<SettingsFields>,
    );
}
