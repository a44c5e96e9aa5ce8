import type { Language } from '../../electron/contract/common';

/** Each language by its own name, as its speakers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  id: 'Indonesia',
  en: 'English',
  jv: 'Basa Jawa',
};
