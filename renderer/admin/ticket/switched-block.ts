import type { TicketBlock } from '../../../electron/contract/ticket-layout';

/** Whether a block keeps its place without being printed. */
export function isOff(block: TicketBlock): boolean {
  return 'off' in block && block.off === true;
}

/** The same block, printed or not; one that is on every ticket stays as it is. */
export function switched(block: TicketBlock, isOn: boolean): TicketBlock {
  if (block.kind === 'number' || block.kind === 'marks') return block;
  const { off: _before, ...kept } = block;
  return isOn ? kept : { ...kept, off: true };
}
