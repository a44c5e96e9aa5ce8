import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiBase } from '../../contract/api-base';
import { type Language, languages } from '../../contract/languages';
import type { Settings } from '../../contract/settings';
import { catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/unknown-address.json';
import { html, withElements } from '../information/html';
import { sendProblem } from '../problems';
import { hostOf } from './addresses';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/unknown-address.json', { eager: true, import: 'default' }),
);

const style = html`
body{margin:0;background:#f0f2ec;color:#14201b;font:18px/1.5 Roboto,"Noto Sans","Segoe UI",Arial,sans-serif;font-size:calc(12px + .4vw + .4vh)}
main{max-width:36em;margin:0 auto;padding:32px 20px}
h1{margin:0 0 8px;font-size:1.55em;line-height:1.25}
section{margin-top:20px;padding-top:16px;border-top:1px solid #cfd6cf}
h2{margin:0;font-size:1.1em}
p{margin:6px 0}
code{padding:1px 6px;border-radius:6px;background:#fff;font-weight:700;overflow-wrap:anywhere}
a{color:#0a5c50;font-weight:700;overflow-wrap:anywhere}
`;
const hashOfStyle = createHash('sha256').update(style.text).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${hashOfStyle}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * Refuses a request by an address that isn't known as the hall's: who opened it in a browser reads in each language
 * which way leads in; a program gets the problem.
 */
export function refuseAddress(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Pick<Settings, 'publicUrl' | 'siteName'>,
): FastifyReply {
  const name = hostOf(request.host);
  const isPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
  // With an `Origin` another site's page asks: it is shown nothing.
  const isOpened = isPage && request.headers.origin === undefined && !request.url.startsWith(`${apiBase}/`);
  if (!isOpened || name === undefined) return sendProblem(request, reply, 'forbidden');
  const address = settings.publicUrl;
  const said = (language: Language) => {
    const t = texts.in(language);
    const way = t(address === null ? 'by_number' : 'by_address');
    const opened = withElements((values) => t('opened', { ...values, hall: settings.siteName }), {
      name: html`<code>${name}</code>`,
    });
    const admin = withElements((values) => t('admin', values), {
      name: html`<code>${name}</code>`,
      section: html`<b>${t('section')}</b>`,
      field: html`<b>${t('field')}</b>`,
    });
    return { title: t('title'), opened, way, admin };
  };
  const first = said('id');
  const page = html`<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${settings.siteName}</title><style>${style}</style>
<main>
<h1>${first.title}</h1>
<p>${first.opened}</p>
<p>${first.way}${address === null ? html` <code>http://192.168.1.10:4180</code>.` : null}</p>${
    address === null ? null : html`<p><a href="${address}">${address}</a></p>`
  }
<p>${first.admin}</p>
${languages
  .filter((each) => each !== 'id')
  .map((each) => {
    const { title, opened, way, admin } = said(each);
    return html`<section lang="${each}"><h2>${title}</h2>
<p>${opened} ${way} ${admin}</p></section>
`;
  })}</main></html>`;
  return reply
    .code(403)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .send(page.text);
}
