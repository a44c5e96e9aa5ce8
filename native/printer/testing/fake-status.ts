import type { FakeCondition } from './fake-nature';

// What a printer says of its state, by byte: DLE EOT 1 to 4, and the block of GS a, of which GS r answers the third.
// Bits by Epson's ESC/POS reference.

/** Whether it takes commands from its buffer. */
export function isOnline({
  paper,
  coverOpen,
  cutterJammed,
  unrecoverable,
  overheated,
}: FakeCondition): boolean {
  return paper !== 'out' && !coverOpen && !cutterJammed && !unrecoverable && !overheated;
}

/** The answer to DLE EOT `which`. */
export function realTimeStatus(condition: FakeCondition, which: number): number {
  const { paper, coverOpen, cutterJammed, unrecoverable, overheated } = condition;
  const error = cutterJammed || unrecoverable || overheated;
  switch (which) {
    case 1:
      return 0x12 | (isOnline(condition) ? 0 : 0x08);
    case 2:
      return 0x12 | (coverOpen ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (error ? 0x40 : 0);
    case 3:
      return 0x12 | (cutterJammed ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (overheated ? 0x40 : 0);
    default:
      return 0x12 | (paper === 'enough' ? 0 : 0x0c) | (paper === 'out' ? 0x60 : 0);
  }
}

/** What is pushed after GS a. */
export function statusBlock(condition: FakeCondition): number[] {
  const { paper, coverOpen, cutterJammed, unrecoverable, overheated } = condition;
  return [
    0x10 | (isOnline(condition) ? 0 : 0x08) | (coverOpen ? 0x20 : 0),
    (cutterJammed ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (overheated ? 0x40 : 0),
    (paper === 'enough' ? 0 : 0x03) | (paper === 'out' ? 0x0c : 0),
    0x0f,
  ];
}
