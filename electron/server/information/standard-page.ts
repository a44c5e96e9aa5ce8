import type { Language, Localized } from '../../contract/common';
import { publicParts } from '../../contract/standard-parts';
import type { PublicMaklumat, PublicStandard } from '../../contract/standards';
import { catalogue } from '../../texts/catalogue';
import { dateInWords } from '../../texts/dates';
import type indonesian from '../../texts/id/standards.json';
import { html, type Markup } from './html';
import { languageChoice } from './language-choice';
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
  const documents = standard.documents[language]?.length
    ? standard.documents[language]
    : standard.documents.id;
  const parts = publicParts.flatMap((part) => {
    const text = textOf(standard[part], language);
    const list = part === 'requirements' ? documents : [];
    if (text === '' && list.length === 0) return [];
    return [
      html`<section><h2>${t(`part.${part}`)}</h2>${
        list.length === 0 ? null : html`<ul>${list.map((each) => html`<li>${each}</li>`)}</ul>`
      }${text === '' ? null : html`<p class="prose">${text}</p>`}</section>`,
    ];
  });
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
  const { decidedOn, signedAt, decidedBy, signedBy, decisionNumber } = maklumat;
  const day = decidedOn === null ? '' : dateInWords(decidedOn, language, 'year');
  const signed = [[signedAt, day].filter(Boolean).join(', '), decidedBy, signedBy].filter(Boolean).join('\n');
  return page(
    t('promise'),
    address,
    options,
    html`<p>${t('promise.number', { number: decisionNumber })}</p>
${maklumat.isExample ? html`<p class="warning">${t('promise.example')}</p>` : null}
<p class="promise">${textOf(maklumat.text, language)}</p>
<p class="signed">${signed}</p>`,
  );
}

function page(title: string, address: string, options: PageOptions, content: Markup): string {
  const { language, nonce } = options;
  const t = standardTexts.in(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title} · ${options.hallName}</title>
<style nonce="${nonce}">${pageStyle(options.font)}</style>
</head>
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
