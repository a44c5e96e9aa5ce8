/** So long a clip's name may be, before it is the same as another's. */
const maxLetters = 50;
const maxSentenceLetters = 40;

/**
 * How the recording of a name of the hall's own is called, a desk's or a counter's: `desk-kasir-2` for the desk "Kasir 2",
 * `counter-dindukcapil`. By the name and not by an id, so that another name is never spoken for a new one. Null where nothing
 * of it can be written so.
 */
export function clipOfName(kind: 'desk' | 'counter', name: string): string | null {
  const written = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLetters)
    .replace(/^-|-$/g, '');
  return written === '' ? null : `${kind}-${written}`;
}

/**
 * How the recording of a whole sentence is called, a prompt's or a service's name: `say-selamat-datang-1x8k2f`. By its words, whatever the
 * signs of the sentence; the end tells apart what begins alike.
 */
export function clipOfSentence(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const written = words
    .join('-')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-+/g, '-')
    .slice(0, maxSentenceLetters)
    .replace(/^-|-$/g, '');
  return ['say', written, shortHash(words.join(' '))].filter(Boolean).join('-');
}

/** FNV-1a, 32 bits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The label of a desk without the word for it: "Loket 3" → "3". */
export function bareLabel(label: string): string {
  return label.trim().replace(/^(loket|counter|desk)\b[\s.:-]*/i, '');
}

/** Whether a desk's label is said by letters and numbers; one in words needs a recording. */
export function isSpelledLabel(label: string): boolean {
  return /^([A-Z]{0,2}[\s.-]?[0-9]{1,6}[\s.-]?[A-Z]?|[A-Z]{1,2})$/i.test(bareLabel(label));
}
