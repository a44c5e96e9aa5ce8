import type { Language } from '../../contract/common';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/certificate.json';
import { html, type Markup } from '../information/html';
import { languageChoice } from '../information/language-choice';
import { pageHead } from '../information/page-head';
import { pageStyle } from '../information/page-style';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/certificate.json', { eager: true, import: 'default' }),
);

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
  const t = texts.in(language);
  return html`${pageHead({ language, title: t('title'), hallName: siteName, nonce, style: html`${pageStyle(null)}${style}` })}
<body>
<header>
<p>${siteName}</p>
<h1>${t('title')}</h1>
<p>${t('why', { hall: siteName })}</p>
${languageChoice(t('languages'), options, (each) => `/sertifikat?lang=${each}`)}
</header>
<main>
${authority === null ? html`<p class="warning">${t('missing')}</p>` : body(authority.fingerprint)}
</main>
</body>
</html>
`.text;

  function body(fingerprint: string): Markup {
    const name = authority?.name ?? 'Antre';
    const devices = [
      [t('windows.title'), t('windows.1', { name }), t('windows.2'), t('windows.3'), t('windows.4')],
      [t('android.title'), t('android.1'), t('android.2', { name }), t('android.3')],
      [t('apple.title'), t('apple.1'), t('apple.2'), t('apple.3', { name })],
      [t('firefox.title'), t('firefox.1'), t('firefox.2', { name })],
      [t('linux.title'), t('linux.1'), t('linux.2', { name })],
    ];
    return html`<section>
<h2>${t('fingerprint')}</h2>
<p>${t('compare')}</p>
<p><code>${inFours(fingerprint)}</code></p>
<p>${t('differs')}</p>
</section>
<section>
<h2>${t('steps')}</h2>
<p>${t('safe')}</p>
<p><a class="fetch" href="${certificateAddress}">${t('fetch')}</a></p>
</section>
${devices.map(
  ([title = '', ...steps]) =>
    html`<details><summary>${title}</summary><ol>${steps.map((each) => html`<li>${each}</li>`)}</ol></details>
`,
)}
<section>
<h2>${t('open')}</h2>
${
  addresses.length === 0
    ? html`<p>${t('noAddress')}</p>`
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
