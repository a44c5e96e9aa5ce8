import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { ownText } from './appearance';
import { language } from './common';
import { languages } from './languages';
import { paperFault, signsNotOnPaper } from './paper-text';

/** Dots: a logo is no wider than the narrow paper, and 30 mm high at most. */
export const logoMost = { width: 384, height: 240 };
/** A photograph of a logo; what is kept of it is its dots. */
export const logoMostBytes = 10 * 1024 * 1024;

export const ticketLogo = z
  .strictObject({
    /** Dots. */
    width: z.number().int().min(1).max(logoMost.width),
    height: z.number().int().min(1).max(logoMost.height),
    /** Row by row, eight dots a byte, the highest bit leftmost, 1 black; in base64. */
    dots: z.base64().max(16_000),
  })
  .refine(({ width, height, dots }) => bytesOf(dots) === Math.ceil(width / 8) * height, {
    ...refusedAs('dots'),
    path: ['dots'],
  });
export type TicketLogo = z.infer<typeof ticketLogo>;

const size = z.enum(['normal', 'tall', 'double']);
const pairSize = z.enum(['normal', 'tall']);

/** Switched off it keeps its place and what was set of it, and isn't printed. */
const off = z.literal(true).optional();

/** What a ticket is made of, from the top down. */
export const ticketBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('motif'), off }),
  z.strictObject({ kind: z.literal('logo'), off }),
  /** The hall's name, and its city below. */
  z.strictObject({ kind: z.literal('hall'), size, off }),
  z.strictObject({ kind: z.literal('text'), text: ownText, size, align: z.enum(['left', 'center']), off }),
  /** LATIHAN, SALINAN and PRIORITAS, where they apply. */
  z.strictObject({ kind: z.literal('marks') }),
  /** The counter, its service below, and where in the hall they are. */
  z.strictObject({ kind: z.literal('institution'), size, off }),
  /** "Your number", and the number as large as fits. */
  z.strictObject({ kind: z.literal('number') }),
  z.strictObject({ kind: z.literal('ahead'), size: pairSize, off }),
  z.strictObject({ kind: z.literal('wait'), size: pairSize, off }),
  /** The number once more as plain text, with date and time. */
  z.strictObject({ kind: z.literal('stamp'), off }),
  z.strictObject({ kind: z.literal('documents'), lines: z.number().int().min(2).max(10), off }),
  z.strictObject({ kind: z.literal('please_wait'), size, off }),
  z.strictObject({ kind: z.literal('qr'), off }),
  z.strictObject({ kind: z.literal('rule'), off }),
  z.strictObject({ kind: z.literal('space'), off }),
]);
export type TicketBlock = z.infer<typeof ticketBlock>;
export type TicketBlockKind = TicketBlock['kind'];

/** How often each may stand on a ticket; without number and marks it would be none. */
export const ticketBlockLimits: Readonly<
  Record<TicketBlockKind, { readonly least: number; readonly most: number }>
> = {
  motif: { least: 0, most: 2 },
  logo: { least: 0, most: 1 },
  hall: { least: 0, most: 1 },
  text: { least: 0, most: 5 },
  marks: { least: 1, most: 1 },
  institution: { least: 0, most: 1 },
  number: { least: 1, most: 1 },
  ahead: { least: 0, most: 1 },
  wait: { least: 0, most: 1 },
  stamp: { least: 0, most: 1 },
  documents: { least: 0, most: 1 },
  please_wait: { least: 0, most: 1 },
  qr: { least: 0, most: 1 },
  rule: { least: 0, most: 6 },
  space: { least: 0, most: 6 },
};

const blocks = z
  .array(ticketBlock)
  .max(32)
  .superRefine((list, refinement) => {
    for (const [kind, { least, most }] of Object.entries(ticketBlockLimits)) {
      const count = list.filter((block) => block.kind === kind).length;
      if (count < least) refinement.addIssue({ code: 'custom', ...refusedAs('block_missing', { kind }) });
      if (count > most)
        refinement.addIssue({
          code: 'custom',
          ...refusedAs('too_many_blocks', { most, kind }),
        });
    }
  });

/** How the hall's tickets look; kept as one setting. */
export const ticketLayout = z.strictObject({
  /** Rises with each change: its ETag in quotes. */
  version: z.number().int().min(1),
  blocks,
  logo: ticketLogo.nullable(),
});
export type TicketLayout = z.infer<typeof ticketLayout>;

export const ticketLayoutChange = ticketLayout.omit({ version: true }).partial().check(printableTexts);
/** A layout as a hall's configuration has it. */
export const paperLayout = ticketLayout.check(printableTexts);

/** Refuses texts of the hall's own with signs that a ticket can't show. */
function printableTexts({
  value,
  issues,
}: z.core.ParsePayload<{ readonly blocks?: readonly TicketBlock[] | undefined }>): void {
  for (const [index, block] of (value.blocks ?? []).entries()) {
    if (block.kind !== 'text') continue;
    for (const each of languages) {
      const input = block.text[each] ?? '';
      if (signsNotOnPaper(input).length === 0) continue;
      const path = ['blocks', index, 'text', each];
      issues.push({ code: 'custom', input, path, ...paperFault(input) });
    }
  }
}

/** Antre's own. */
export const defaultTicketLayout: TicketLayout = {
  version: 1,
  logo: null,
  blocks: [
    { kind: 'motif' },
    { kind: 'hall', size: 'double' },
    { kind: 'marks' },
    { kind: 'institution', size: 'double' },
    { kind: 'number' },
    { kind: 'rule' },
    { kind: 'ahead', size: 'tall' },
    { kind: 'wait', size: 'tall' },
    { kind: 'stamp' },
    { kind: 'rule' },
    { kind: 'documents', lines: 4 },
    { kind: 'rule' },
    { kind: 'please_wait', size: 'tall' },
    { kind: 'qr' },
    { kind: 'motif' },
  ],
};

/** A layout to be looked at, saved or not. */
export const ticketDraft = ticketLayout.omit({ version: true }).extend({
  language,
  /** A usual ticket, or one with the longest names and lists of this hall. */
  sample: z.enum(['usual', 'long']),
});
export type TicketDraft = z.infer<typeof ticketDraft>;

const picture = z.strictObject({
  /** An SVG document, one unit a dot. */
  svg: z.string(),
  /** Dots. */
  width: z.number().int(),
  height: z.number().int(),
  /** Where each of the draft's blocks stands, in dots from the top; null: nothing of it is on this ticket. */
  places: z.array(z.strictObject({ top: z.number().int(), bottom: z.number().int() }).nullable()),
  /** Of paper. */
  millimetres: z.number().int(),
});
/** A ticket on paper of 58 and of 80 millimetres, by the bytes that a printer gets. */
export const ticketPictures = z.strictObject({ narrow: picture, wide: picture });
export type TicketPictures = z.infer<typeof ticketPictures>;

function bytesOf(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}
