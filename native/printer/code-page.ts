import type { PrinterProfile } from './profile';

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

const substitutes: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '•': '-',
  '\u00ad': '',
};

/**
 * A text as one line that the printer's code page can show: control characters are gone (a name may not command
 * the printer), tabs and line breaks are a space, letters the page lacks lose their marks, and what then still
 * can't be shown becomes one question mark a run.
 */
export function printableText(text: string, codePage: PrinterProfile['codePage'] = 'pc858'): string {
  const page = printable[codePage];
  const spaced = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Cf}/gu, (character) => substitutes[character] ?? '');
  let result = '';
  for (const character of spaced) {
    const shown = showCharacter(character, page);
    if (shown === '?' && character !== '?' && result.endsWith('?')) continue;
    result += shown;
  }
  return result.trim();
}

function showCharacter(character: string, page: ReadonlySet<string>): string {
  const substitute = substitutes[character];
  if (substitute !== undefined) return substitute;
  if (character >= ' ' && character <= '~') return character;
  if (page.has(character)) return character;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (plain === '') return '';
  return [...plain].every((part) => (part >= ' ' && part <= '~') || page.has(part)) ? plain : '?';
}

/** What the printer shows for bytes of its code page PC858. */
export function decodeCodePage(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? '?');
  }
  return text;
}
