interface LanguageRow {
  /** The language by its own name, as its speakers look for it. */
  readonly name: string;
  /** How browsers write numbers in it (BCP 47); dates are written by `electron/texts/dates.ts`. */
  readonly locale: string;
}

/**
 * The languages of the hall's surfaces, each by its BCP 47 tag, which is the name of its folder in `electron/texts` too:
 * Indonesian, into which everything falls back, English, Javanese (krama).
 */
export const languageTable = {
  id: { name: 'Indonesia', locale: 'id-ID' },
  en: { name: 'English', locale: 'en-GB' },
  jv: { name: 'Basa Jawa', locale: 'id-ID' },
} as const satisfies Readonly<Record<string, LanguageRow>>;

export type Language = keyof typeof languageTable;

/** The tags of all languages, Indonesian first. */
export const languages = Object.keys(languageTable) as readonly Language[];

/** The languages that Antre came with: whatever is in several languages is in these. */
export type FirstLanguage = 'id' | 'en' | 'jv';

/** Something in several languages; one that was added later may lack it. */
export type InLanguages<Value> = { readonly [Each in FirstLanguage]: Value } & {
  readonly [Each in Exclude<Language, FirstLanguage>]?: Value | undefined;
};

/** Makes something in each language. */
export function inEachLanguage<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(languages.map((each) => [each, make(each)])) as Record<Language, Value>;
}

/** A text that is known in Indonesian alone. */
export function inIndonesian(text: string): Record<Language, string> {
  return inEachLanguage((each) => (each === 'id' ? text : ''));
}
