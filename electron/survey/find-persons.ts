import type { Doubt, DoubtKind } from '../contract/publication';

/** Of vehicles' plates, by regions. */
const plates =
  'A|AA|AB|AD|AE|AG|B|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|D|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|E|EA|EB|ED|F|G|H|K|KB|KH|KT|KU|L|M|N|P|PA|PB|R|S|T|W|Z';

/** How people are called here, before a name with a capital. */
const calledBefore =
  'pak,bapak,bpk,bu,ibu,mas,mbak,sdr,sdri,saudara,saudari,kang,haji,hj,tn,ny,nn,drg,mr,mrs,ms,nama,nama saya,namanya,atas nama,a\\.n,a/n'.split(
    ',',
  );

/** What may stand between the parts of a plate, in a text or in a file's name. */
const apart = '[\\s._-]{0,2}';
/** Where a word begins and ends: unlike `\b`, an underline is none of its letters. */
const [begins, ends] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
const hour = '(?:[01]\\d|2[0-4])[.:][0-5]\\d';
const digitWord = 'nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';

/** In order: what one found isn't looked at by the next ones. Null: it is nobody's, and its digits are no part of what is. */
const shapes: readonly (readonly [DoubtKind | null, RegExp])[] = [
  ['email', /[^\s@,;]+ ?@ ?[^\s@,;]+\.[a-z]{2,}/gi],
  ['code', /\b(?=[\d-]*[A-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/gi],
  ['code', /\/(?:t|survey|aduan)\/\S+/g],
  // A day before hours, hours twice, and two amounts have as many digits as a NIK.
  [null, /(?<![\d.-])(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![-./]?\d)/g],
  [null, new RegExp(`(?<![\\d.-])${hour} ?- ?${hour}(?![.-]?\\d)`, 'g')],
  [null, /(?<![\d.-])\d{1,3}(?:\.\d{3}){0,2}\.000(?!\.?\d)/g],
  // A NIK has 16, an NPWP 15 or 16.
  ['identity', /(?<!\d)\d(?:[\s._-]{0,3}\d){14,15}(?!\d)/g],
  ['telephone', /(?<![\d.])(?:\+ ?62|62|0)[\s._-]?\(?\d(?:[\s._()-]{0,2}\d){6,12}(?!\d)/g],
  ['ticket', new RegExp(`${begins}[A-Z]{1,2}\\d?-\\d{3}${ends}`, 'giu')],
  ['passport', new RegExp(`${begins}[A-Z]{1,2}[ _]?\\d{6,8}${ends}`, 'giu')],
  ['plate', new RegExp(`${begins}(?:${plates})${apart}\\d{1,4}${apart}[A-Z]{1,3}${ends}`, 'giu')],
  ['number', /(?<!\d)\d(?:[\s._/,:;|*-]{0,3}\d){14,15}(?!\d)/g],
  ['number', new RegExp(`${begins}(?:${digitWord})(?:[\\s.,-]+(?:${digitWord})){6,}${ends}`, 'giu')],
  ['number', /#?\d{7,}/g],
  [
    'person',
    new RegExp(
      `(?<!\\p{L})(?:${calledBefore.flatMap(writings).join('|')})(?:\\.|\\.?[\\s_]+)(?!(?:DAN|ATAU|YANG)${ends})(?:\\p{Lu}[\\p{L}'.-]+[ _]?){1,3}`,
      'gu',
    ),
  ],
];

/** What is known besides the text: names of accounts, and what the complainant wrote. */
interface Known {
  readonly names: readonly string[];
  /** Null: it is forgotten already. */
  readonly complaint: string | null;
}

/** So many words in a row that stand in the complaint too are no words of one's own. */
const copiedWords = 8;

/**
 * What of a text looks as if it led to somebody, each part once. It is a help to whoever reads it and no proof: a name that nobody
 * told Antre of isn't found.
 */
export function findPersons(text: string, { names, complaint }: Known): Doubt[] {
  const found = new Map<string, Doubt>();
  const plain = asSeen(text);
  let rest = plain;
  for (const [kind, shape] of shapes) {
    rest = rest.replace(shape, (part) => {
      if (kind !== null) add(found, kind, part);
      return ' … ';
    });
  }
  for (const part of names.flatMap(partsOfName)) {
    if (wholeWord(part).test(rest)) add(found, 'person', part);
  }
  const copied = complaint === null ? null : copiedPart(plain, asSeen(complaint));
  if (copied) add(found, 'copied', copied);
  return [...found.values()];
}

/** Signs that take no room: joiners, soft hyphens, marks of the order of bytes, chosen shapes. */
const withoutRoom = /\p{Cf}|\u034F|\u115F|\u1160|\u3164|[\uFE00-\uFE0F]/gu;

/** A text as a reader sees it: digits of all scripts and widths are digits, all dashes are one, and what isn't seen is gone. */
function asSeen(text: string): string {
  return text
    .normalize('NFKC')
    .replace(withoutRoom, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Nd}/gu, digitAlike);
}

/** Of a digit; all scripts have theirs in rows of ten. */
function digitAlike(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/** With or without a capital, or in capitals alone. */
function writings(word: string): string[] {
  return [`[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`, word.toUpperCase()];
}

function add(found: Map<string, Doubt>, kind: DoubtKind, part: string): void {
  const text = part.replace(/[\s_]+$/, '').trim();
  found.set(`${kind} ${text.toLowerCase()}`, { kind, text });
}

/** A name, and of a name its parts that are long enough to be one's own. */
function partsOfName(name: string): string[] {
  const parts = name
    .split(/[\s.,]+/)
    .filter((part) => part.length >= 4 && /^\p{Lu}/u.test(part) && !ofOffices.has(part.toLowerCase()));
  return parts.length === 0 && name.length < 4 ? [] : [...new Set(parts)];
}

/** What accounts are called that are no person's. */
const ofOffices = new Set([
  'admin',
  'petugas',
  'penyelia',
  'operator',
  'loket',
  'gerai',
  'layanan',
  'kios',
  'balai',
  'dinas',
  'kantor',
  'koordinator',
  'kepala',
  'staf',
  'staff',
  'kasir',
  'tamu',
]);

function wholeWord(word: string): RegExp {
  const literal = (each: string) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${begins}(?:${literal(word)}|${literal(word.toUpperCase())})${ends}`, 'u');
}

function copiedPart(text: string, complaint: string): string | null {
  const wordsOf = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [own, theirs] = [wordsOf(text), ` ${wordsOf(complaint).join(' ')} `];
  for (let at = 0; at + copiedWords <= own.length; at += 1) {
    const part = own.slice(at, at + copiedWords).join(' ');
    if (theirs.includes(` ${part} `)) return part;
  }
  return null;
}
