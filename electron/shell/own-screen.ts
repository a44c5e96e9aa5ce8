import typeface from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?inline';
import type { Localized } from '../contract/common';
import styles from './own-screen.css?raw';

const wait: Localized = { id: 'Sebentar…', en: 'One moment…', jv: 'Sekedhap…' };

// The Javanese of these sentences is to be checked by a native speaker.
const pair: Localized = {
  id: 'Kios ini menunggu izin. Masukkan kode ini di halaman Admin, bagian Perangkat.',
  en: 'This kiosk waits to be let in. Enter this code on the Admin page, under Devices.',
  jv: 'Kios menika ngentosi idin. Kode menika dipunlebetaken ing kaca Admin, perangan Perangkat.',
};
const away: Localized = {
  id: 'Kios utama belum dapat dihubungi. Layar ini akan kembali sendiri.',
  en: 'The main kiosk cannot be reached. This screen comes back by itself.',
  jv: 'Kios utama dereng saged dipunsambet. Layar menika badhe wangsul piyambak.',
};
const unknownAddress: Localized = {
  id: 'Kios utama tidak mengenal alamat ini sebagai alamatnya. Tulis di ANTRE_HUB alamat IP kios utama, dan nyalakan “Buka bagi jaringan balai” di sana.',
  en: 'The main kiosk does not know this address as its own. Write its IP address in ANTRE_HUB, and open it to the hall’s network there.',
  jv: 'Kios utama boten tepang alamat menika minangka alamatipun. Alamat IP kios utama dipunserat ing ANTRE_HUB, lajeng “Buka bagi jaringan balai” dipunuripaken.',
};

const restoreWords = {
  restore: { id: 'Pulihkan salinan ini', en: 'Restore this copy' },
  sure: {
    id: 'Pulihkan sekarang? Data yang rusak tetap disimpan.',
    en: 'Restore it now? What is damaged is kept.',
    jv: 'Dipunpulihaken sapunika? Data ingkang risak dipunsimpen.',
  },
  yes: { id: 'Ya, pulihkan', en: 'Yes, restore' },
  no: { id: 'Kembali', en: 'Back' },
};

/** Why Antre could not start, and the copy that can be restored. */
export interface FaultWithOffer {
  readonly sentence: Localized;
  readonly offer: Localized;
  readonly detail: string;
}

/** The address of the screen shown while the server isn't there yet, or the page is being brought back. */
export function waitingScreen(): string {
  return screen('wait', wait, '');
}

/** The address of the screen that says why Antre could not start. */
export function faultScreen(fault: { readonly sentence: Localized; readonly detail: string }): string {
  return screen('fault', fault.sentence, `<p class="detail">${asText(fault.detail)}</p>`);
}

/** The address of the screen on which a copy is offered in the place of a lost database: pressed, then confirmed. */
export function offerScreen({ sentence, offer, detail }: FaultWithOffer): string {
  const { restore, sure, yes, no } = restoreWords;
  const words = ({ id, en }: { readonly id: string; readonly en: string }) =>
    `${asText(id)}<small lang="en">${asText(en)}</small>`;
  return screen(
    'fault',
    sentence,
    `<section class="offer"><p><b>${asText(offer.id)}</b></p>
<p lang="en">${asText(offer.en)}</p>
<p lang="jv">${asText(offer.jv)}</p></section>
<input type="checkbox" id="asked" class="asked"><label class="button first" for="asked">${words(restore)}</label>
<section class="sure"><p><b>${asText(sure.id)}</b></p>
<p lang="en">${asText(sure.en)}</p><p lang="jv">${asText(sure.jv)}</p>
<a class="button first" href="${restoreAddress}">${words(yes)}</a>
<label class="button" for="asked">${words(no)}</label></section>
<p class="detail" lang="en">${asText(detail)}</p>`,
  );
}

/** Where the press leads; nothing is there, the shell hears that it was asked for and refuses to go. */
const restoreAddress = 'https://antre.invalid/restore';

/** Whether an address that is asked for says that restoring was pressed and confirmed. */
export function isRestorePress(address: string): boolean {
  return address === restoreAddress;
}

/** The address of the screen by which an admin lets this kiosk in at the hub. */
export function pairingScreen(code: string): string {
  return screen('wait', pair, `<p class="code" lang="zxx">${asText(code)}</p>`);
}

/** The address of the screen shown while the hub can't be reached. */
export function awayScreen(hub: string): string {
  return screen('fault', away, `<p class="detail">${asText(hub)}</p>`);
}

/** The address of the screen shown where the hub goes by another address. */
export function unknownAddressScreen(hub: string): string {
  return screen('fault', unknownAddress, `<p class="detail">${asText(hub)}</p>`);
}

/** The screen's ground, for a window that has painted nothing yet. */
export const ground = '#063B34';

/** One page without scripts, carried whole in its address, so that it needs no server and no file. */
function screen(kind: 'wait' | 'fault', { id, en, jv }: Localized, more: string): string {
  const html = `<!doctype html>
<html lang="id" class="${kind}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>Antre</title>
<style>@font-face { font-family: 'Plus Jakarta Sans Variable'; font-weight: 200 800; src: url(${typeface}) }
${styles}</style>
<main role="status">
<h1>${asText(id)}</h1>
<p lang="en">${asText(en)}</p>
<p lang="jv">${asText(jv)}</p>
${more}
</main>`;
  return `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
