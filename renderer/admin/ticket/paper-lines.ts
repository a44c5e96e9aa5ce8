import type { TicketBlock, TicketPictures } from '../../../electron/contract/ticket-layout';
import { isOff } from './switched-block';

type Picture = Pick<TicketPictures['wide'], 'height' | 'places'>;

/** A block as it stands on the paper: a strip of the picture, in dots from its top, or a place where nothing is printed. */
export type PaperLine =
  | { readonly kind: 'printed'; readonly top: number; readonly bottom: number }
  | { readonly kind: 'off' | 'empty' };

/**
 * Cuts a ticket's picture into a strip for each block, so that the strips one below another are the picture again. The
 * white between two blocks belongs to the upper one, or to the empty line that stands there.
 */
export function paperLines(
  blocks: readonly TicketBlock[],
  { height, places }: Picture,
): readonly PaperLine[] {
  const isSpace = (at: number) => blocks[at]?.kind === 'space';
  const isShown = (at: number) => {
    const block = blocks[at];
    return block !== undefined && !isOff(block) && (isSpace(at) || (places[at] ?? null) !== null);
  };
  const shown = blocks.map((_, at) => at).filter(isShown);
  const cuts = shown.map((at, order) => {
    if (order === 0) return 0;
    // Empty lines that follow one another share what is white.
    const above = shown
      .slice(0, order)
      .reverse()
      .find((each) => !isSpace(each));
    return isSpace(at) ? (places[above ?? -1]?.bottom ?? 0) : (places[at]?.top ?? 0);
  });
  return blocks.map((block, at) => {
    const order = shown.indexOf(at);
    if (order < 0) return { kind: isOff(block) ? 'off' : 'empty' };
    return { kind: 'printed', top: cuts[order] ?? 0, bottom: cuts[order + 1] ?? height };
  });
}
