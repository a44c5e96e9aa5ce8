import { DateTime } from 'luxon';
import type { Bitmap } from '../../native/printer/bitmap';
import type { Block } from '../../native/printer/encode-ticket';
import type { Estimate, Language } from '../contract/common';
import {
  defaultTicketLayout,
  type TicketBlock,
  type TicketLayout,
  type TicketLogo,
} from '../contract/ticket-layout';
import { catalogue } from '../texts/catalogue';
import { deskRange } from '../texts/desk-range';
import type indonesian from '../texts/id/ticket.json';
import { waitAmount } from '../texts/wait-words';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/ticket.json', { eager: true, import: 'default' }),
);

/** What a ticket says, all texts in its language. */
export interface TicketContent {
  readonly language: Language;
  readonly hall: string;
  readonly city: string;
  readonly practice: boolean;
  /** Printed again, since nobody can know whether it came out before. */
  readonly copy: boolean;
  /** Whether it goes before others. */
  readonly priority: boolean;
  readonly institution: string;
  readonly service: string;
  /** The labels of the desks where it may be called, in order. */
  readonly desks: readonly string[];
  /** The part of the hall where it is called; empty: the hall has none. */
  readonly zone: string;
  readonly number: string;
  /** People before it; null: it isn't in line any more, and nothing is said of it. */
  readonly ahead: number | null;
  /** Minutes; null: too little to go on, and nothing is said of it. */
  readonly estimate: Estimate | null;
  /** About when the call comes, a moment with the site's offset; null: the wait alone is said. */
  readonly calledAround: string | null;
  /** Milliseconds since 1970 UTC. */
  readonly issuedAt: number;
  readonly timezone: string;
  readonly documents: readonly string[];
  readonly followUrl: string | null;
}

/** A ticket from the top down by the hall's layout, the same on both paper widths. */
export function layTicketOut(
  content: TicketContent,
  layout: Omit<TicketLayout, 'version'> = defaultTicketLayout,
): readonly Block[] {
  return laidBlocks(content, layout).flat();
}

/** The same, for each block of the layout what it becomes on paper: nothing of what is switched off or has nothing to say. */
export function laidBlocks(
  content: TicketContent,
  layout: Omit<TicketLayout, 'version'>,
): readonly (readonly Block[])[] {
  const last = layout.blocks.findLast(isOn);
  let before: Block | undefined;
  return layout.blocks.map((block) => {
    // What lies between two rules may have nothing to say on this ticket; one rule is then enough.
    if (!isOn(block) || (block.kind === 'rule' && before?.kind === 'rule')) return [];
    const laid = block.kind === 'motif' ? motif(block === last) : blocksOf(block, content, layout);
    before = laid.at(-1) ?? before;
    return laid;
  });
}

function isOn(block: TicketBlock): boolean {
  return !('off' in block && block.off);
}

function motif(isAtFoot: boolean): readonly Block[] {
  return isAtFoot ? [space(12), { kind: 'motif' }] : [{ kind: 'motif' }, space(12)];
}

function blocksOf(
  block: TicketBlock,
  content: TicketContent,
  { logo }: Pick<TicketLayout, 'logo'>,
): readonly Block[] {
  const t = texts.in(content.language);
  switch (block.kind) {
    case 'motif':
      return [];
    case 'logo':
      return logo ? [{ kind: 'picture', bitmap: bitmapOf(logo) }, space(8)] : [];
    case 'hall':
      return [centred(content.hall.toUpperCase(), block.size), centred(content.city, 'normal'), space(8)];
    case 'text': {
      const text = block.text[content.language] || block.text.id;
      return text === '' ? [] : [{ kind: 'text', text, size: block.size, align: block.align }, space(8)];
    }
    case 'marks':
      return [
        ...(content.practice ? [{ kind: 'banner', text: t('practice') } as const] : []),
        ...(content.copy ? [{ kind: 'banner', text: t('copy') } as const] : []),
        ...(content.priority ? [{ kind: 'banner', text: t('priority') } as const] : []),
        space(12),
      ];
    case 'institution':
      return [
        centred(content.institution, block.size),
        ...(content.service === content.institution
          ? []
          : [centred(content.service, block.size === 'double' ? 'tall' : 'normal')]),
        ...placeWords(content).map((words) => centred(words, 'normal')),
        space(8),
      ];
    case 'number':
      return [
        centred(t('yourNumber'), 'normal'),
        space(8),
        { kind: 'number', number: content.number },
        space(16),
      ];
    case 'ahead':
      return content.ahead === null
        ? []
        : [{ kind: 'pair', left: t('ahead'), right: String(content.ahead), size: block.size }];
    case 'wait': {
      const { estimate, calledAround, language } = content;
      if (!estimate) return [];
      const pair = (left: string, right: string) =>
        ({ kind: 'pair', left, right, size: block.size }) as const;
      return [
        pair(t('wait'), waitAmount(estimate, language)),
        ...(calledAround === null
          ? []
          : [pair(t('calledAround'), calledAround.slice(11, 16).replace(':', '.'))]),
      ];
    }
    case 'stamp': {
      // For a torn ticket, a worn head, or a printer without graphics: the number once more, as plain text.
      const issued = DateTime.fromMillis(content.issuedAt, { zone: content.timezone });
      const text = `${content.number}  ${issued.toFormat('dd/MM/yyyy HH.mm.ss')}`;
      return [{ kind: 'text', text, size: 'normal', align: 'left' }];
    }
    case 'documents':
      return content.documents.length === 0
        ? []
        : [
            {
              kind: 'list',
              heading: t('bring'),
              items: content.documents,
              lines: block.lines,
              more: t('moreToBring'),
            },
          ];
    case 'please_wait':
      return [space(8), centred(t('pleaseWait.1'), block.size), centred(t('pleaseWait.2'), block.size)];
    case 'qr':
      return content.followUrl === null
        ? []
        : [space(16), { kind: 'qr', data: content.followUrl }, space(16), centred(t('follow'), 'normal')];
    case 'rule':
      return [{ kind: 'rule' }];
    case 'space':
      return [space(30)];
  }
}

/** Where to wait and to go: desks and part of the hall, in one line; none where nothing is known of it. */
function placeWords({ language, desks, zone }: TicketContent): readonly string[] {
  const t = texts.in(language);
  const labels = deskRange(desks);
  if (labels === '') return zone === '' ? [] : [t('zone', { zone })];
  return [zone === '' ? t('desks', { labels }) : t('desksInZone', { labels, zone })];
}

function space(dots: number): Block {
  return { kind: 'space', dots };
}

function centred(text: string, size: 'normal' | 'tall' | 'double'): Block {
  return { kind: 'text', text, size, align: 'center' };
}

function bitmapOf({ width, height, dots }: TicketLogo): Bitmap {
  return { widthBytes: Math.ceil(width / 8), height, bits: Uint8Array.from(Buffer.from(dots, 'base64')) };
}
