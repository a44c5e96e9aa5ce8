import { inEachLanguage, type Language, languageTable } from '../contract/languages';

type Values = Readonly<Record<string, string | number>>;

/** An area's texts in a language, with values set in for `{{name}}`; `count` also chooses the plural (`KEY_one`). */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** An area of the catalogue, or some that are said together: files of these names in each language's folder. */
export interface Catalogue<Key extends string> {
  /** The area's texts in a language; those that it lacks in Indonesian. */
  in(language: Language): Translate<Key>;
  /** A text in every language. */
  everywhere(key: Key, values?: Values | ((language: Language) => Values)): Record<Language, string>;
}

/**
 * Makes an area of the catalogue out of its files, by their addresses (`../texts/id/waits.json`): what
 * `import.meta.glob('../texts/*\/waits.json', { eager: true, import: 'default' })` found. The keys are those of the
 * Indonesian files.
 */
export function catalogue<Texts extends Readonly<Record<string, string>>>(
  files: Readonly<Record<string, unknown>>,
): Catalogue<keyof Texts & string> {
  const found: Record<string, Readonly<Record<string, string | undefined>>> = {};
  for (const [address, texts] of Object.entries(files)) {
    const tag = /([^/]+)\/(?:office\/)?[^/]+$/.exec(address)?.[1] ?? '';
    found[tag] = { ...found[tag], ...(texts as Texts) };
  }
  const made = inEachLanguage((language): Translate<keyof Texts & string> => {
    const own = { ...found.id, ...found[language] };
    let plurals: Intl.PluralRules | undefined;
    return (key, values = {}) => {
      if (values.count !== undefined) plurals ??= new Intl.PluralRules(languageTable[language].locale);
      const form = plurals && own[`${key}_${plurals.select(Number(values.count))}`];
      return filled((values.count === undefined ? undefined : form) ?? own[key] ?? '', values);
    };
  });
  return {
    in: (language) => made[language],
    everywhere: (key, values = {}) =>
      inEachLanguage((language) =>
        made[language](key, typeof values === 'function' ? values(language) : values),
      ),
  };
}

function filled(text: string, values: Values): string {
  return text.includes('{{')
    ? text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''))
    : text;
}
