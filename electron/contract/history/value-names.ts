import { type Catalogue, catalogue } from '../../texts/catalogue';
import indonesian from '../../texts/id/office/field-values.json';
import type { Language } from '../languages';
import type { DialectName } from '../printer-profile';

type Named = keyof typeof indonesian;

const texts: Catalogue<Named | `dialect.${DialectName}`> = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/field-values.json', { eager: true, import: 'default' }),
);

/** Fields that know the values of another one. */
const alike: Readonly<Record<string, string | undefined>> = {
  roles: 'role',
  languages: 'language',
  qr: 'qrMode',
  setUpSkipped: 'setUpDone',
  shownOn: 'standardMedia',
};

/** What a field that knows only some values says by one of them; one field of several records has all of theirs. */
export function valueName(field: string, value: string, language: Language): string | undefined {
  return texts.in(language)(`${alike[field] ?? field}.${value}` as Named) || undefined;
}

/** The names of all values of a field, by them; undefined of one that knows others. */
export function valueNames(field: string, language: Language): Readonly<Record<string, string>> | undefined {
  const keys = Object.keys(indonesian).filter((key) => key.startsWith(`${field}.`)) as Named[];
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map((key) => [key.slice(field.length + 1), texts.in(language)(key)]));
}
