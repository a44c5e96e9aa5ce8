/** What a row of the search leads to; the order here is that of equally good finds. */
export const searchKinds = ['section', 'counter', 'service', 'desk', 'person', 'setting'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Something that the search of an office page finds. */
export interface SearchRow {
  readonly kind: SearchKind;
  readonly text: string;
  /** Whose it is, or where it stands; empty: nothing more is to be said. */
  readonly context: string;
  readonly href: string;
  /** Letters by which people call it: a counter's `K`, a desk's `3`. */
  readonly code?: string;
}

/** More are of no use: whoever sees so many types on. */
const mostFound = 12;

/** How well a row fits, the best first. */
const byCode = 0;
const fromStart = 1;
const fromWord = 2;
const within = 3;
const inContext = 4;

/**
 * Returns the rows in which all typed words are found, the best first: by its letters, at the beginning, at a word's
 * beginning, within; of the same fit by kind, then in the order given. Capitals and accents make no difference; of one typed
 * letter only codes and beginnings are looked at. Nothing typed finds nothing.
 */
export function findRows(rows: readonly SearchRow[], typed: string): SearchRow[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return rows
    .flatMap((row) => {
      const fit = fitOf(row, words);
      return fit === null ? [] : [{ row, fit }];
    })
    .sort((one, other) => one.fit - other.fit || orderOf(one.row) - orderOf(other.row))
    .slice(0, mostFound)
    .map(({ row }) => row);
}

function orderOf({ kind }: SearchRow): number {
  return searchKinds.indexOf(kind);
}

function fitOf({ text, context, code }: SearchRow, words: readonly string[]): number | null {
  const whole = words.join(' ');
  if (code !== undefined && plain(code) === whole) return byCode;
  const name = plain(text);
  if (name.startsWith(whole)) return fromStart;
  const fits = words.map((word) => fitOfWord(name, plain(context), word));
  return fits.includes(null) ? null : Math.max(...fits.map((fit) => fit ?? inContext));
}

function fitOfWord(name: string, context: string, word: string): number | null {
  if (name.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word))) return fromWord;
  if (word.length < 2) return null;
  if (name.includes(word)) return within;
  return context.includes(word) ? inContext : null;
}

/** Small letters without accents: `José` as `jose`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Whether what was typed may be a ticket's number, as people type it: `K-012`, `k12`, `12`. */
export function mayBeNumber(typed: string): boolean {
  return /^[a-z]{0,3}[\s-]?\d{1,4}$/i.test(typed.trim());
}
