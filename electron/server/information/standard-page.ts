import type { Language, Localized } from '../../contract/common';
import { signatureLines, writtenParts } from '../../contract/standard-words';
import type { PublicMaklumat, PublicStandard } from '../../contract/standards';
import { catalogue } from '../../texts/catalogue';
import { dateInWords } from '../../texts/dates';
import type indonesian from '../../texts/id/standards.json';
import { html, type Markup } from './html';
import { languageChoice } from './language-choice';
import { pageHead } from './page-head';
import { pageStyle } from './page-style';

export const standardTexts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/standards.json', { eager: true, import: 'default' }),
);

interface PageOptions {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly nonce: string;
  readonly font: string | null;
  readonly hallName: string;
}

/** A service's standard as a page without a script; null: nothing of it is shown. */
export function standardPage(standard: PublicStandard | null, address: string, options: PageOptions): string {
  const { language } = options;
  const t = standardTexts.in(language);
  if (!standard) return page(t('standard'), address, options, html`<p>${t('notWritten')}</p>`);
  const parts = writtenParts(standard, language).map(
    ({ part, documents, text }) =>
      html`<section><h2>${t(`part.${part}`)}</h2>${
        documents.length === 0 ? null : html`<ul>${documents.map((each) => html`<li>${each}</li>`)}</ul>`
      }${text === '' ? null : html`<p class="prose">${text}</p>`}</section>`,
  );
  return page(
    textOf(standard.name, language),
    address,
    options,
    html`<p>${t('standard')} · ${textOf(standard.counterName, language)} · ${standard.agency}</p>
${standard.isExample ? html`<p class="warning">${t('example')}</p>` : null}
<div class="card">${parts}</div>
${
  standard.decidedOn === null || standard.decisionNumber === ''
    ? null
    : html`<p>${t('decided', {
        by: standard.decidedBy,
        number: standard.decisionNumber,
        date: dateInWords(standard.decidedOn, language, 'year'),
      })}</p>`
}`,
  );
}

/** The hall's Maklumat, likewise. */
export function maklumatPage(maklumat: PublicMaklumat | null, address: string, options: PageOptions): string {
  const { language } = options;
  const t = standardTexts.in(language);
  if (!maklumat) return page(t('promise'), address, options, html`<p>${t('notShown')}</p>`);
  return page(
    t('promise'),
    address,
    options,
    html`<p>${t('promise.number', { number: maklumat.decisionNumber })}</p>
${maklumat.isExample ? html`<p class="warning">${t('promise.example')}</p>` : null}
<p class="promise">${textOf(maklumat.text, language)}</p>
<p class="signed">${signatureLines(maklumat, language).join('\n')}</p>`,
  );
}

function page(title: string, address: string, options: PageOptions, content: Markup): string {
  const { language, nonce } = options;
  const t = standardTexts.in(language);
  return html`${pageHead({ language, title, hallName: options.hallName, nonce, style: pageStyle(options.font) })}
<body>
<header>
<p>${options.hallName}</p>
<h1>${title}</h1>
${languageChoice(t('standard'), options, (each) => `${address}?lang=${each}`)}
</header>
<main>
${content}
</main>
<footer><p><a href="/info?lang=${language}">${t('toHall')}</a></p></footer>
</body>
</html>
`.text;
}

function textOf(text: Localized, language: Language): string {
  return text[language] || text.id;
}
