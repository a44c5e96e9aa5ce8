import type { Evaluation } from '../../../contract/evaluation/evaluation';
import type { Language } from '../../../contract/languages';
import { bundleTexts } from './bundle-words';
import { asIndex, evidenceOf, originOf, reasonOf } from './f01';

/** What evaluators can be shown of Antre, and photographed. */
const screens = [
  ['kiosk', '/kiosk'],
  ['display', '/display'],
  ['information', '/info'],
  ['complaints', '/aduan'],
  ['desk', '/staff'],
] as const;

/** The page that opens the file that is handed in: its contents by indicator, each with links to what shows it. */
export function indexPage(
  evaluation: Evaluation,
  files: {
    readonly heading: readonly string[];
    /** What is about the whole. */
    readonly whole: readonly string[];
    readonly of: (number: number) => readonly string[];
    /** Where phones reach the hall; empty: nowhere. */
    readonly at: string;
  },
  language: Language,
): string {
  const t = bundleTexts.in(language);
  const { instrument, year, total, aspects } = evaluation;
  const links = (names: readonly string[]) =>
    names.map((name) => `<li><a href="${addressOf(name)}">${escaped(name)}</a></li>`).join('');
  const indicators = aspects.map(
    (aspect) => `<h2>${escaped(aspect.name)} (${aspect.weight}%): ${asIndex(aspect.index, language)}</h2>
<table><thead><tr>${(['number', 'indicator', 'points', 'evidence', 'files'] as const)
      .map((key) => `<th>${escaped(t(key))}</th>`)
      .join('')}</tr></thead><tbody>${aspect.indicators
      .map((indicator) => {
        const own = files.of(indicator.number);
        return `<tr><td>${indicator.number}</td><td>${escaped(indicator.text)}</td>
<td>${indicator.points ?? '–'}<br><small>${escaped(t(originOf(indicator)))}</small></td>
<td>${escaped(reasonOf(indicator))}<br>${escaped(evidenceOf(indicator))}<br>${escaped(indicator.hand?.words ?? '')}</td>
<td>${own.length > 0 ? `<ul>${links(own)}</ul>` : escaped(t('index.noFiles'))}</td></tr>`;
      })
      .join('')}</tbody></table>`,
  );
  const title = t('f01.title', { name: instrument.name, year });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 sans-serif;max-width:1100px;margin:24px auto;padding:0 20px;color:#14201b}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #74827a;padding:6px 10px;text-align:left;vertical-align:top}
ul{margin:0;padding-left:20px}a{color:#0a5c50}</style></head><body>
<h1>${escaped(title)}</h1>${files.heading.map((line) => `<p>${escaped(line)}</p>`).join('')}
<p><strong>${escaped(t('unofficial', { source: instrument.source }))}</strong></p>
<p>${escaped(t('file.readme'))}</p>
<p>${escaped(t('total'))}: <strong>${asIndex(total.index, language)}</strong>; ${escaped(t('empty'))}: ${total.empty}</p>
<h2>${escaped(t('index.contents'))}</h2><ul>${links(files.whole)}</ul>
<h2>${escaped(t('index.screens'))}</h2><ul>${screens
    .map(([screen, path]) => `<li>${escaped(t(`screen.${screen}`))}: ${escaped(`${files.at}${path}`)}</li>`)
    .join('')}</ul>
<h1>${escaped(t('index.title'))}</h1>${indicators.join('')}</body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A file's name within the ZIP as an address beside the page. */
function addressOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
