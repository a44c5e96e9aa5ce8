import { DateTime } from 'luxon';
import type { Block } from '../../native/printer/encode-ticket';
import type { Estimate, Language } from '../contract/common';
import { ticketWords } from './ticket-words';

/** What a ticket says, all texts in its language. */
export interface TicketContent {
  readonly language: Language;
  readonly hall: string;
  readonly city: string;
  readonly practice: boolean;
  /** Printed again, since nobody can know whether it came out before. */
  readonly copy: boolean;
  readonly institution: string;
  readonly service: string;
  readonly number: string;
  /** People before it; null: it isn't in line any more, and nothing is said of it. */
  readonly ahead: number | null;
  /** Minutes; null: too little to go on, and nothing is said of it. */
  readonly estimate: Estimate | null;
  /** Milliseconds since 1970 UTC. */
  readonly issuedAt: number;
  readonly timezone: string;
  readonly documents: readonly string[];
  readonly followUrl: string | null;
}

const documentLines = 4;

/** A ticket from the top down, the same on both paper widths. */
export function layTicketOut(content: TicketContent): readonly Block[] {
  const words = ticketWords[content.language];
  const issued = DateTime.fromMillis(content.issuedAt, { zone: content.timezone });
  const { estimate } = content;
  const wait =
    estimate &&
    `${estimate.low === estimate.high ? estimate.low : `${estimate.low}-${estimate.high}`} ${words.minutes}`;
  return [
    { kind: 'motif' },
    { kind: 'space', dots: 12 },
    { kind: 'text', text: content.hall.toUpperCase(), size: 'double', align: 'center' },
    { kind: 'text', text: content.city, size: 'normal', align: 'center' },
    { kind: 'space', dots: 8 },
    ...(content.practice ? [{ kind: 'banner', text: words.practice } as const] : []),
    ...(content.copy ? [{ kind: 'banner', text: words.copy } as const] : []),
    { kind: 'space', dots: 12 },
    { kind: 'text', text: content.institution, size: 'double', align: 'center' },
    ...(content.service === content.institution
      ? []
      : [{ kind: 'text', text: content.service, size: 'tall', align: 'center' } as const]),
    { kind: 'space', dots: 8 },
    { kind: 'text', text: words.yourNumber, size: 'normal', align: 'center' },
    { kind: 'space', dots: 8 },
    { kind: 'number', number: content.number },
    { kind: 'space', dots: 16 },
    { kind: 'rule' },
    ...(content.ahead === null
      ? []
      : [{ kind: 'pair', left: words.ahead, right: String(content.ahead), size: 'tall' } as const]),
    ...(wait ? [{ kind: 'pair', left: words.wait, right: wait, size: 'tall' } as const] : []),
    // For a torn ticket, a worn head, or a printer without graphics: the number once more, as plain text.
    {
      kind: 'text',
      text: `${content.number}  ${issued.toFormat('dd/MM/yyyy HH.mm.ss')}`,
      size: 'normal',
      align: 'left',
    },
    { kind: 'rule' },
    ...(content.documents.length > 0
      ? [
          {
            kind: 'list',
            heading: words.bring,
            items: content.documents,
            lines: documentLines,
            more: words.moreToBring,
          } as const,
          { kind: 'rule' } as const,
        ]
      : []),
    { kind: 'space', dots: 8 },
    ...words.pleaseWait.map((text) => ({ kind: 'text', text, size: 'tall', align: 'center' }) as const),
    ...(content.followUrl === null
      ? []
      : [
          { kind: 'space', dots: 16 } as const,
          { kind: 'qr', data: content.followUrl } as const,
          { kind: 'space', dots: 16 } as const,
          { kind: 'text', text: words.follow, size: 'normal', align: 'center' } as const,
        ]),
    { kind: 'space', dots: 12 },
    { kind: 'motif' },
  ];
}
