import { createInstance } from 'i18next';
import type { Language } from '../../electron/contract/common';

/** A surface's texts by key, with values set in for `{{name}}`; `count` also chooses the plural (`KEY_one`). */
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Makes a surface's texts from its three files; the keys are those of the Indonesian one, which also stands in
 * for a text that is missing. Answers the way to translate into a language.
 */
export function translations<Key extends string>(
  texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
): (language: Language) => Translate<Key> {
  const instance = createInstance();
  void instance.init({
    resources: { id: { texts: texts.id }, en: { texts: texts.en }, jv: { texts: texts.jv } },
    defaultNS: 'texts',
    fallbackLng: 'id',
    // The texts are here already: ready at once, without a tick in between.
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
  });
  return (language) => {
    const fixed = instance.getFixedT(language);
    return (key, values) => fixed(key, { ...values });
  };
}
