/** In points: A4, and its edges. */
const page = { width: 595, height: 842, margin: 51 };
const leading = 1.35;
/** A reader without Helvetica shows other letters, up to a sixth wider: lines end so much earlier. */
const letterRoom = 0.84;
/** Thousandths of the letters' size: of what is much narrower or wider in Helvetica than the rest. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl'|]/, 230],
  [/[ .,:;!()[\]/\\Ift-]/, 300],
  [/[MWm%@]/, 890],
  [/[A-Zw&]/, 720],
];
const usualWidth = 556;

/** What Windows-1252 has beyond Latin-1 and is written here. */
const beyondLatin: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
};

interface Style {
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly indent?: number;
}

/**
 * A PDF of plain text in lines and pages, by the letters that each reader has (PDF 1.4, Helvetica): all that a form to hand in needs, for
 * which a library of several hundred kilobytes would come with each hall.
 */
export class PlainPdf {
  readonly #pages: string[][] = [[]];
  #y = page.height - page.margin;

  /** Adds a paragraph, in as many lines as it needs; a bold one stands with what follows. Signs that Windows-1252 lacks become `?`. */
  write(text: string, { size = 10, bold = false, indent = 0 }: Style = {}): void {
    if (text === '') return;
    const height = size * leading;
    this.#keepRoom(bold ? 4 * height : height);
    for (const line of linesOf(text, size, (page.width - 2 * page.margin - indent) * letterRoom)) {
      this.#keepRoom(height);
      this.#y -= height;
      this.#pages.at(-1)?.push(drawn(line, { size, bold, x: page.margin + indent, y: this.#y }));
    }
  }

  /** Leaves so many points free. */
  gap(points: number): void {
    this.#y -= points;
  }

  /** The file, with the pages' numbers below. */
  bytes(): Uint8Array {
    const count = this.#pages.length;
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${count} /Kids [${this.#pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] >>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      ...this.#pages.flatMap((lines, at) => {
        const number = drawn(`${at + 1} / ${count}`, { size: 9, bold: false, x: page.width - 90, y: 30 });
        const content = [...lines, number].join('\n');
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${6 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
          `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        ];
      }),
    ];
    let file = '%PDF-1.4\n';
    const offsets = objects.map((object, at) => {
      const offset = file.length;
      file += `${at + 1} 0 obj\n${object}\nendobj\n`;
      return `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    const size = objects.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
    // A byte a sign: what is written has no other.
    return Buffer.from(
      `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
      'latin1',
    );
  }

  #keepRoom(height: number): void {
    if (this.#y - height >= page.margin) return;
    this.#pages.push([]);
    this.#y = page.height - page.margin;
  }
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function linesOf(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer, size) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

function widthOf(text: string, size: number): number {
  const sum = [...text].reduce(
    (total, sign) => total + (widths.find(([signs]) => signs.test(sign))?.[1] ?? usualWidth),
    0,
  );
  return (sum * size) / 1000;
}

function drawn(
  text: string,
  { size, bold, x, y }: { size: number; bold: boolean; x: number; y: number },
): string {
  const written = [...text]
    .map((sign) => {
      const code = beyondLatin[sign] ?? sign.charCodeAt(0);
      if (code < 0x20 || code > 0xff || sign.length > 1) return '?';
      return /[()\\]/.test(sign) ? `\\${sign}` : String.fromCharCode(code);
    })
    .join('');
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y.toFixed(1)} Td (${written}) Tj ET`;
}
