import { printApart } from '../records/print-apart';
import { writtenNumber } from './written-number';

export interface NumberSheet {
  readonly title: string;
  /** `K-D` */
  readonly prefix: string;
}

interface SheetWords {
  readonly count: number;
  readonly hall: string;
  readonly how: string;
  /** The slip to be torn off, the number, and what is noted down of it. */
  readonly headings: readonly string[];
}

/** Prints sheets: each begins a new page. */
export function printSheets(sheets: readonly NumberSheet[], words: SheetWords): void {
  printApart((inside) => {
    inside.title = words.hall;
    for (const sheet of sheets) inside.body.append(tableOf(inside, sheet, words));
  });
}

function tableOf(inside: Document, { title, prefix }: NumberSheet, words: SheetWords): HTMLElement {
  const section = inside.createElement('section');
  Object.assign(section.style, { breakAfter: 'page', fontFamily: 'sans-serif' });
  const heading = inside.createElement('h1');
  heading.style.fontSize = '16pt';
  heading.textContent = `${words.hall}: ${title}`;
  const how = inside.createElement('p');
  how.textContent = words.how;
  const table = inside.createElement('table');
  Object.assign(table.style, { width: '100%', borderCollapse: 'collapse', fontSize: '11pt' });
  const head = table.createTHead().insertRow();
  for (const text of words.headings) head.append(cellOf(inside, 'th', text));
  const body = table.createTBody();
  for (let number = 1; number <= words.count; number += 1) {
    const written = writtenNumber(prefix, number);
    const row = body.insertRow();
    row.style.breakInside = 'avoid';
    const slip = cellOf(inside, 'td', written);
    Object.assign(slip.style, { fontSize: '18pt', fontWeight: '800', borderRightStyle: 'dashed' });
    row.append(slip, cellOf(inside, 'td', written));
    for (const _time of words.headings.slice(2)) row.append(cellOf(inside, 'td', ''));
  }
  section.append(heading, how, table);
  return section;
}

function cellOf(inside: Document, kind: 'td' | 'th', text: string): HTMLElement {
  const cell = inside.createElement(kind);
  cell.textContent = text;
  Object.assign(cell.style, {
    borderStyle: 'solid',
    borderWidth: '1px',
    padding: '6px 8px',
    height: '30px',
    textAlign: 'left',
  });
  return cell;
}
