import type { Language } from '../../contract/common';
import { filled } from '../../texts/field-fault';
import { html, type Markup } from '../information/html';
import { languageChoice } from '../information/language-choice';
import { pageStyle } from '../information/page-style';
import { certificateTexts } from './certificate-texts';

/** Where the certificate itself is. */
export const certificateAddress = '/sertifikat.crt';

const style = html`
main section{margin-bottom:12px;border:1px solid #cfd6cf;border-radius:12px;background:#fff}
.fetch{display:inline-block;padding:14px 20px;border-radius:8px;background:#0a5c50;color:#fff;font-weight:700;text-decoration:none}
code{font:600 17px/1.7 "Roboto Mono","Noto Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
code span{display:inline-block;margin-right:.3em;white-space:nowrap}
details p,details ol{margin:0;padding:0 16px 12px}
details ol{padding-left:36px}
details summary{padding-left:16px;font-weight:700}
section a{color:#0a5c50;font-weight:700;overflow-wrap:anywhere}
`;

/**
 * The page on which people fetch the hall's authority: whole without a script. `nonce` lets its style in; `languages` are
 * the hall's; `addresses` those by https.
 */
export function certificatePage(
  hall: {
    readonly siteName: string;
    readonly authority: { readonly name: string; readonly fingerprint: string } | null;
    readonly addresses: readonly string[];
  },
  options: {
    readonly language: Language;
    readonly languages: readonly Language[];
    readonly nonce: string;
  },
): string {
  const { siteName, authority, addresses } = hall;
  const { language, nonce } = options;
  const texts = certificateTexts[language];
  const said = (text: string) =>
    filled(text, (name) => (name === 'hall' ? siteName : (authority?.name ?? 'Antre')));
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${texts.title} · ${siteName}</title>
<style nonce="${nonce}">${pageStyle}${style}</style>
</head>
<body>
<header>
<p>${siteName}</p>
<h1>${texts.title}</h1>
<p>${said(texts.why)}</p>
${languageChoice(texts.languages, options, (each) => `/sertifikat?lang=${each}`)}
</header>
<main>
${authority === null ? html`<p class="warning">${texts.missing}</p>` : body(authority.fingerprint)}
</main>
</body>
</html>
`.text;

  function body(fingerprint: string): Markup {
    return html`<section>
<h2>${texts.fingerprint}</h2>
<p>${texts.compare}</p>
<p><code>${inFours(fingerprint)}</code></p>
<p>${texts.differs}</p>
</section>
<section>
<h2>${texts.steps}</h2>
<p>${texts.safe}</p>
<p><a class="fetch" href="${certificateAddress}">${texts.fetch}</a></p>
</section>
${texts.devices.map(
  ({ title, steps }) =>
    html`<details><summary>${title}</summary><ol>${steps.map((each) => html`<li>${said(each)}</li>`)}</ol></details>
`,
)}
<section>
<h2>${texts.open}</h2>
${
  addresses.length === 0
    ? html`<p>${texts.noAddress}</p>`
    : addresses.map((each) => html`<p><a href="${each}/staff">${each}/staff</a></p>`)
}
</section>`;
  }
}

/** In fours, as a person compares them. */
function inFours(fingerprint: string): readonly Markup[] {
  const groups = fingerprint.match(/(?:[^:]+:?){1,4}/g) ?? [fingerprint];
  return groups.map((each) => html`<span>${each}</span> `);
}
