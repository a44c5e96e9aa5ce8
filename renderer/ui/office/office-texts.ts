import { useCallback, useSyncExternalStore } from 'react';
import type { Localized } from '../../../electron/contract/common';
import { type Language, languages, languageTable } from '../../../electron/contract/languages';
import { type Catalogue, catalogue, type Translate } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/office/entrance.json';

const files = import.meta.glob('../../../electron/texts/*/office/entrance.json', {
  eager: true,
  import: 'default',
});
/** What stands before the workplace and around it: sign-in, the first admin's form, the frame. */
const entrance = catalogue<typeof indonesian>(files);

/** The languages that the pages can be had in that people work with: those in which somebody wrote what stands around them. */
export const officeLanguages = languages.filter(
  (each) => `../../../electron/texts/${each}/office/entrance.json` in files,
);

/** What a language calls itself. */
export function ownName(language: Language): string {
  return entrance.in(language)('language.own');
}

const languageKept = 'antre.staff.language';

let chosen: Language = officeLanguages.find((each) => each === localStorage.getItem(languageKept)) ?? 'id';
document.documentElement.lang = chosen;
const listeners = new Set<() => void>();

function choose(language: Language) {
  chosen = language;
  localStorage.setItem(languageKept, language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

const read = () => chosen;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface OfficeTexts<Key extends string> {
  readonly t: Translate<Key>;
  readonly language: Language;
  /** A text that the hall's admin wrote, in the page's language or else in Indonesian. */
  readonly local: (text: Localized) => string;
  /** What the page calls a language (`language.jv`); one that it has no name for goes by what its speakers call it. */
  readonly languageName: (language: Language) => string;
  readonly choose: (language: Language) => void;
}

/** A page's texts in the language chosen at this browser, and the way to choose another. */
export function useOfficeTexts<Key extends string>(texts: Catalogue<Key>): OfficeTexts<Key> {
  const language = useSyncExternalStore(listen, read, read);
  const local = useCallback((text: Localized) => text[language] || text.id, [language]);
  const t = texts.in(language);
  const languageName = (each: Language) => t(`language.${each}` as Key) || languageTable[each].name;
  return { t, language, local, languageName, choose };
}

/** The texts around the workplace. */
export function useEntranceTexts(): OfficeTexts<keyof typeof indonesian> {
  return useOfficeTexts(entrance);
}
