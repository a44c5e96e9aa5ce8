import { readCommands } from './escpos-commands';
import { Paper, type PaperDots } from './paper';

/** Receipt printers have 203 dots an inch. */
const dotsPerMillimetre = 8;
/** From the head to the cutter: fed with each ticket. */
const cutterGap = 12;

/** How many millimetres of paper a ticket's bytes take. */
export function paperMillimetres(bytes: Uint8Array, width: PaperDots): number {
  const paper = new Paper(width);
  for (const command of readCommands(bytes).commands) paper.obey(command);
  return paper.y / dotsPerMillimetre + cutterGap;
}
