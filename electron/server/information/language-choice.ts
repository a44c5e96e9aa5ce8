import type { Language } from '../../contract/common';
import { languageTable } from '../../contract/languages';
import { html, type Markup } from './html';

/**
 * Returns links to a public page in each of the hall's languages, or nothing if it has one alone. `label` names them;
 * `addressIn` gives the page's address in a language.
 */
export function languageChoice(
  label: string,
  { language, languages }: { readonly language: Language; readonly languages: readonly Language[] },
  addressIn: (language: Language) => string,
): Markup | null {
  if (languages.length < 2) return null;
  return html`<nav aria-label="${label}">${languages.map(
    (each) =>
      html`<a href="${addressIn(each)}" lang="${each}"${each === language ? html` aria-current="true"` : null}>${languageTable[each].name}</a>`,
  )}</nav>`;
}
