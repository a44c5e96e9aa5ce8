import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiBase } from '../contract/api-base';
import type { Settings } from '../contract/settings';
import { hostOf } from './addresses';
import { html } from './information/html';
import { sendProblem } from './problems';

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
 * Refuses a request by an address that isn't known as the hall's: who opened it in a browser reads in three languages
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
  const way =
    settings.publicUrl === null
      ? null
      : html`<p><a href="${settings.publicUrl}">${settings.publicUrl}</a></p>`;
  const page = html`<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${settings.siteName}</title><style>${style}</style>
<main>
<h1>Alamat ini belum dikenal</h1>
<p>Anda membuka <code>${name}</code>. Antrean ${settings.siteName} belum mengenal nama itu, jadi halamannya tidak dibuka.</p>
<p>${way === null ? 'Buka dengan alamat berupa angka yang ditempel di balai, misalnya' : 'Buka alamat ini:'}${
    way === null ? html` <code>http://192.168.1.10:4180</code>.` : null
  }</p>${way}
<p>Untuk admin: bila <code>${name}</code> memang nama balai ini, masuk dengan alamat berupa angka, lalu tambahkan nama itu di
<b>Balai</b>, isian <b>Nama lain di jaringan</b>.</p>
<section lang="en"><h2>This address is not known yet</h2>
<p>You opened <code>${name}</code>, which this hall's queue does not know. ${
    way === null ? 'Open it by its numeric address.' : 'Open the address above.'
  } An admin can add the name under <b>Hall</b>, <b>Further names in the network</b>.</p></section>
<section lang="jv"><h2>Alamat menika dereng dipuntepangi</h2>
<p>Panjenengan mbikak <code>${name}</code>. ${
    way === null ? 'Mangga dipunbikak mawi alamat angka.' : 'Mangga mbikak alamat ing nginggil.'
  } Admin saged nambah nami menika wonten ing <b>Balai</b>.</p></section>
</main></html>`;
  return reply
    .code(403)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .send(page.text);
}
