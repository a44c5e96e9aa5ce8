import anyAscii from 'any-ascii';
import type { PrinterProfile } from '../../electron/contract/printer-profile';

/** What PC858 (ESC t 19: Latin-1 languages with the euro sign) has at 0x80 to 0xFF, in order. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** What PC437 (ESC t 0) has too, in the same or another place: the letters of its upper half. */
const alsoInPc437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ£ƒáíóúñÑªº¿¬½¼¡«»░▒▓│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌█▄▀ß±÷°·²■\u00a0';

const printable: Readonly<Record<PrinterProfile['codePage'], ReadonlySet<string>>> = {
  pc858: new Set(upperHalf),
  pc437: new Set(alsoInPc437),
  ascii: new Set(),
};

/**
 * A text as one line that the printer's code page can show: control characters are gone (a name may not command
 * the printer), tabs and line breaks are a space, and what the page lacks is its nearest form in plain letters: another
 * script's as it is said, roughly. What has none (pictures) is left out: no sign stands for what was not written.
 */
export function printableText(text: string, codePage: PrinterProfile['codePage'] = 'pc858'): string {
  const page = printable[codePage];
  const spaced = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Cf}/gu, '');
  return Array.from(spaced, (sign) => (page.has(sign) ? sign : nearest(sign)))
    .join('')
    .trim();
}

/** A sign in ASCII, or nothing. The library names pictures between colons, and asks what it doesn't know. */
function nearest(sign: string): string {
  // Of what is newer than the library Unicode itself may know the letters.
  const letters = anyAscii(sign) || anyAscii(sign.normalize('NFKD'));
  const unknown = letters.includes('?') && !/[?¿‽؟]/.test(sign.normalize('NFKD'));
  if (unknown || /^:\w+:$/.test(letters)) return '';
  // One and a half is not eleven halves.
  return isFraction(sign) ? ` ${letters}` : letters;
}

function isFraction(sign: string): boolean {
  return sign.normalize('NFKD').includes('\u2044');
}

/** What the printer shows for bytes of its code page PC858. */
export function decodeCodePage(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? '?');
  }
  return text;
}
