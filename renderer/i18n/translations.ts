import type { Language } from '../../electron/contract/common';

/** A surface's texts by key, with values set in for `{{name}}`; `count` also chooses the plural (`KEY_one`). */
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Makes a surface's texts from its three files; the keys are those of the Indonesian one, which also stands in
 * for a text that is missing. Returns the way to translate into a language. The files are as i18next writes them; what
 * the kiosk needs of it is here, so that its first load need not carry the library.
 */
export function translations<Key extends string>(
  texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): (language: Language) => Translate<Key> {
  return (language) => {
    const own: Readonly<Record<string, string | undefined>> = texts[language];
    const plurals = new Intl.PluralRules(language);
    return (key, values = {}) => {
      const form = own[`${key}_${plurals.select(Number(values.count))}`];
      const text = (values.count === undefined ? undefined : form) ?? own[key] ?? texts.id[key];
      return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
    };
  };
}
