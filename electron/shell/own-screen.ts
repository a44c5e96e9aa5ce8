import typeface from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?inline';
import type { Localized } from '../contract/common';
import { languages } from '../contract/languages';
import { catalogue } from '../texts/catalogue';
import type lostHallIndonesian from '../texts/id/lost-hall.json';
import type buttonIndonesian from '../texts/id/office/lost-hall-buttons.json';
import type ownIndonesian from '../texts/id/own-screen.json';
import styles from './own-screen.css?raw';

const texts = catalogue<typeof ownIndonesian>(
  import.meta.glob('../texts/*/own-screen.json', { eager: true, import: 'default' }),
);
const lostHallTexts = catalogue<typeof lostHallIndonesian>(
  import.meta.glob('../texts/*/lost-hall.json', { eager: true, import: 'default' }),
);
const buttonTexts = catalogue<typeof buttonIndonesian>(
  import.meta.glob('../texts/*/office/lost-hall-buttons.json', { eager: true, import: 'default' }),
);

/** Why Antre could not start, and the copy that can be restored. */
export interface FaultWithOffer {
  readonly sentence: Localized;
  readonly offer: Localized;
  readonly detail: string;
}

/** The address of the screen shown while the server isn't there yet, or the page is being brought back. */
export function waitingScreen(): string {
  return screen('wait', texts.everywhere('wait'), '');
}

/** The address of the screen that says why Antre could not start. */
export function faultScreen(fault: { readonly sentence: Localized; readonly detail: string }): string {
  return screen('fault', fault.sentence, `<p class="detail">${asText(fault.detail)}</p>`);
}

/** The address of the screen on which a copy is offered in the place of a lost database: pressed, then confirmed. */
export function offerScreen({ sentence, offer, detail }: FaultWithOffer): string {
  const button = (key: keyof typeof buttonIndonesian) =>
    `${asText(buttonTexts.in('id')(key))}<small lang="en">${asText(buttonTexts.in('en')(key))}</small>`;
  const sure = lostHallTexts.everywhere('sure');
  return screen(
    'fault',
    sentence,
    `<section class="offer"><p><b>${asText(offer.id)}</b></p>
${inOtherLanguages(offer)}</section>
<input type="checkbox" id="asked" class="asked"><label class="button first" for="asked">${button('restore')}</label>
<section class="sure"><p><b>${asText(sure.id)}</b></p>
${inOtherLanguages(sure)}
<a class="button first" href="${restoreAddress}">${button('yes')}</a>
<label class="button" for="asked">${button('no')}</label></section>
<p class="detail" lang="en">${asText(detail)}</p>`,
  );
}

/** A paragraph for each language but Indonesian that says it otherwise. */
function inOtherLanguages(text: Localized): string {
  return languages
    .filter((each) => text[each] && text[each] !== text.id)
    .map((each) => `<p lang="${each}">${asText(text[each] ?? '')}</p>`)
    .join('\n');
}

/** Where the press leads; nothing is there, the shell hears that it was asked for and refuses to go. */
const restoreAddress = 'https://antre.invalid/restore';

/** Whether an address that is asked for says that restoring was pressed and confirmed. */
export function isRestorePress(address: string): boolean {
  return address === restoreAddress;
}

/** The address of the screen by which an admin lets this kiosk in at the hub; of one that was the main machine, it says so. */
export function pairingScreen(code: string, wasMain: boolean): string {
  return screen(
    'wait',
    texts.everywhere(wasMain ? 'pair_former' : 'pair'),
    `<p class="code" lang="zxx">${asText(code)}</p>`,
  );
}

/** The address of the screen shown while the hub can't be reached. */
export function awayScreen(hub: string): string {
  return screen('fault', texts.everywhere('away'), `<p class="detail">${asText(hub)}</p>`);
}

/** The address of the screen shown where the hub goes by another address. */
export function unknownAddressScreen(hub: string): string {
  return screen('fault', texts.everywhere('unknown_address'), `<p class="detail">${asText(hub)}</p>`);
}

/** The screen's ground, for a window that has painted nothing yet. */
export const ground = '#063B34';

/** One page without scripts, carried whole in its address, so that it needs no server and no file. */
export function screen(kind: 'wait' | 'fault', sentence: Localized, more: string): string {
  const html = `<!doctype html>
<html lang="id" class="${kind}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>Antre</title>
<style>@font-face { font-family: 'Plus Jakarta Sans Variable'; font-weight: 200 800; src: url(${typeface}) }
${styles}</style>
<main role="status">
<h1>${asText(sentence.id)}</h1>
${inOtherLanguages(sentence)}
${more}
</main>`;
  return `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`;
}

export function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
