import { wrapWords } from '../../../electron/texts/wrap-words';

/** A part of a text with its heading. */
export interface Passage {
  readonly heading: string;
  readonly text: string;
}

/** What a page holds: rows of text and how many letters stand in each. */
interface Room {
  readonly rows: number;
  readonly letters: number;
}

/** A heading and the gap before it, in rows of text. */
const headingRows = 2;

/**
 * Deals passages out over pages that don't scroll, in their order: a passage that doesn't fit goes on on the next page, under
 * its heading again. Lines are broken where the longest word still fits, so that a page has rather too little than too much.
 */
export function standardPages(passages: readonly Passage[], room: Room): Passage[][] {
  const pages: Passage[][] = [];
  let page: Passage[] = [];
  let left = room.rows;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    left = room.rows;
  };
  for (const { heading, text } of passages) {
    let rows = rowsOf(text, room.letters);
    while (rows.length > 0) {
      // A heading stands with two rows at least.
      if (page.length > 0 && left < headingRows + Math.min(2, rows.length)) turn();
      const here = rows.slice(0, Math.max(1, left - headingRows));
      page.push({ heading, text: joined(here) });
      left -= here.length + headingRows;
      rows = rows.slice(here.length);
      if (rows.length > 0) turn();
    }
  }
  turn();
  return pages;
}

interface TextRow {
  readonly words: string;
  /** Whether its line ends with it. */
  readonly isLast: boolean;
}

function rowsOf(text: string, letters: number): TextRow[] {
  return text.split('\n').flatMap((line) => {
    const rows = wrapWords(line.split(' '), letters);
    return rows.map((words, at) => ({ words, isLast: at === rows.length - 1 }));
  });
}

function joined(rows: readonly TextRow[]): string {
  return rows
    .map(({ words, isLast }, at) => (at === rows.length - 1 ? words : `${words}${isLast ? '\n' : ' '}`))
    .join('');
}
