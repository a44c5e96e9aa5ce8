import { type Bitmap, blackRuns } from './bitmap';
import { type Block, encodeTicket, type PaperProfile } from './encode-ticket';
import { readCommands } from './escpos-commands';
import { type Mark, Paper, type PaperDots } from './paper';
import { qrBitmap, qrSide } from './qr';

const cellWidth = 12;
const cellHeight = 24;
/** Half a character's white above and below, as a cut ticket has. */
const margin = 18;

/**
 * What a ticket's bytes look like on paper: an SVG document, one unit a dot, that needs no font or file beside it.
 */
export function ticketPicture(bytes: Uint8Array, width: PaperDots): string {
  return drawMarks(marksOf(bytes, width), width).svg;
}

/** A picture of blocks that are printed one below another, and where each group of them stands in it, in dots. */
export function pictureOfGroups(
  groups: readonly (readonly Block[])[],
  profile: PaperProfile,
): {
  readonly svg: string;
  readonly height: number;
  /** Null: nothing of the group is on the paper. */
  readonly places: readonly ({ readonly top: number; readonly bottom: number } | null)[];
} {
  const marks = marksOf(encodeTicket(groups.flat(), profile), profile.width);
  let taken = 0;
  const places = groups.map((group) => {
    // A block leaves the same marks wherever it stands.
    const count = marksOf(encodeTicket(group, profile), profile.width).length;
    const own = marks.slice(taken, taken + count);
    taken += count;
    if (own.length === 0) return null;
    return {
      top: Math.min(...own.map(({ y }) => y)) + margin,
      bottom: Math.max(...own.map(bottomOf)) + margin,
    };
  });
  return { ...drawMarks(marks, profile.width), places };
}

function marksOf(bytes: Uint8Array, width: PaperDots): readonly Mark[] {
  const paper = new Paper(width);
  for (const command of readCommands(bytes).commands) paper.obey(command);
  return paper.marks;
}

function drawMarks(
  marks: readonly Mark[],
  width: PaperDots,
): { readonly svg: string; readonly height: number } {
  const height = Math.max(0, ...marks.map(bottomOf)) + 2 * margin;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g transform="translate(0 ${margin})" font-family="'DejaVu Sans Mono','Liberation Mono',Consolas,Menlo,monospace" font-size="20" shape-rendering="crispEdges">`,
    ...marks.map(drawMark),
    '</g></svg>',
  ].join('');
  return { svg, height };
}

function bottomOf(mark: Mark): number {
  if (mark.kind === 'text') return mark.y + cellHeight * mark.scaleY;
  if (mark.kind === 'qr') return mark.y + qrSide(mark.data, mark.level) * mark.moduleDots;
  return mark.y + mark.height * mark.scaleY;
}

function drawMark(mark: Mark): string {
  if (mark.kind === 'text') return drawText(mark);
  if (mark.kind === 'qr') {
    return drawBitmap(qrBitmap(mark.data, mark.level, mark.moduleDots), mark.x, mark.y, 1, 1);
  }
  return drawBitmap(mark, mark.x, mark.y, mark.scaleX, mark.scaleY);
}

function drawText(mark: Extract<Mark, { kind: 'text' }>): string {
  const width = mark.text.length * cellWidth;
  const ground = mark.reverse ? `<rect width="${width}" height="${cellHeight}"/>` : '';
  const text = mark.text.trimEnd();
  const start = text.length - text.trimStart().length;
  const letters = text.trimStart();
  const shown =
    letters === ''
      ? ''
      : // textLength keeps the printer's cells, whatever monospaced font the reader has
        `<text x="${start * cellWidth}" y="18" xml:space="preserve" textLength="${letters.length * cellWidth}" lengthAdjust="spacingAndGlyphs"${
          mark.reverse ? ' fill="#fff"' : ''
        }${mark.bold ? ' font-weight="700"' : ''}>${escapeMarkup(letters)}</text>`;
  return `<g transform="translate(${mark.x} ${mark.y}) scale(${mark.scaleX} ${mark.scaleY})">${ground}${shown}</g>`;
}

/** The black of a bitmap as one path of rectangles, rows that repeat joined. */
function drawBitmap(bitmap: Bitmap, x: number, y: number, scaleX: number, scaleY: number): string {
  const open = new Map<string, { x: number; y: number; width: number; height: number }>();
  let path = '';
  const close = (run: { x: number; y: number; width: number; height: number }) => {
    path += `M${run.x} ${run.y}h${run.width}v${run.height}h-${run.width}z`;
  };
  for (const run of blackRuns(bitmap)) {
    const key = `${run.x} ${run.width}`;
    const above = open.get(key);
    if (above && above.y + above.height === run.y) {
      above.height += 1;
      continue;
    }
    if (above) close(above);
    open.set(key, { ...run, height: 1 });
  }
  for (const run of open.values()) close(run);
  return `<path transform="translate(${x} ${y}) scale(${scaleX} ${scaleY})" d="${path}"/>`;
}

function escapeMarkup(text: string): string {
  return text.replace(/[<>&]/g, (character) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[character] ?? '');
}
