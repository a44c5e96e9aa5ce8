import type { Doubt, DoubtKind } from '../contract/publication';

/** Of vehicles' plates, by regions. */
const plates =
  'A|AA|AB|AD|AE|AG|B|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|D|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|E|EA|EB|ED|F|G|H|K|KB|KH|KT|KU|L|M|N|P|PA|PB|R|S|T|W|Z';

/** How people are called here, before a name with a capital. */
const calledBefore =
  'pak,bapak,bu,ibu,mas,mbak,sdr,sdri,saudara,saudari,kang,haji,hj,mr,mrs,ms,nama,nama saya,namanya,atas nama,a\\.n'.split(
    ',',
  );

/** In order: what one found isn't looked at by the next ones. */
const shapes: readonly (readonly [DoubtKind, RegExp])[] = [
  ['email', /[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}/gi],
  ['code', /\b(?=[\d-]*[A-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/gi],
  ['code', /\/(?:t|survey|aduan)\/\S+/g],
  // A NIK has 16, an NPWP 15 or 16.
  ['identity', /(?<!\d)\d(?:[ .-]{0,2}\d){14,15}(?!\d)/g],
  ['telephone', /(?<![\d.])(?:\+ ?62|62|0)[ .-]?\(?\d(?:[ .()-]{0,2}\d){6,12}(?!\d)/g],
  ['ticket', /\b[A-Z]{1,2}\d?-\d{3}\b/gi],
  ['passport', /\b[A-Z]{1,2} ?\d{6,8}\b/gi],
  ['plate', new RegExp(`\\b(?:${plates})[ -]?\\d{1,4}[ -]?[A-Z]{1,3}\\b`, 'gi')],
  ['number', /#?\d{7,}/g],
  [
    'person',
    new RegExp(
      `(?<!\\p{L})(?:${calledBefore.map(eitherCase).join('|')})\\.? (?:\\p{Lu}[\\p{L}'.-]+ ?){1,3}`,
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
  let rest = text;
  for (const [kind, shape] of shapes) {
    rest = rest.replace(shape, (part) => {
      add(found, kind, part);
      return ' … ';
    });
  }
  for (const part of names.flatMap(partsOfName)) {
    if (wholeWord(part).test(rest)) add(found, 'person', part);
  }
  const copied = complaint === null ? null : copiedPart(text, complaint);
  if (copied) add(found, 'copied', copied);
  return [...found.values()];
}

function eitherCase(word: string): string {
  return `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
}

function add(found: Map<string, Doubt>, kind: DoubtKind, part: string): void {
  const text = part.trim();
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
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );
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
