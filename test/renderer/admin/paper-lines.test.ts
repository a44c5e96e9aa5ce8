import { expect, test } from 'vitest';
import type { TicketBlock } from '../../../electron/contract/ticket-layout';
import { paperLines } from '../../../renderer/admin/ticket/paper-lines';

const blocks: TicketBlock[] = [
  { kind: 'hall', size: 'double' },
  { kind: 'space' },
  { kind: 'space' },
  { kind: 'qr', off: true },
  { kind: 'marks' },
  { kind: 'number' },
  { kind: 'space' },
];
const places = [{ top: 18, bottom: 100 }, null, null, null, null, { top: 160, bottom: 300 }, null];

test('the strips of a picture are the whole of it, the white between two with the upper one or the empty line', () => {
  expect(paperLines(blocks, { height: 340, places })).toEqual([
    { kind: 'printed', top: 0, bottom: 100 },
    { kind: 'printed', top: 100, bottom: 100 },
    { kind: 'printed', top: 100, bottom: 160 },
    { kind: 'off' },
    { kind: 'empty' },
    { kind: 'printed', top: 160, bottom: 300 },
    { kind: 'printed', top: 300, bottom: 340 },
  ]);
});

test('without an empty line a block has all that is white down to the next', () => {
  expect(
    paperLines([{ kind: 'marks' }, { kind: 'number' }], {
      height: 200,
      places: [
        { top: 18, bottom: 40 },
        { top: 90, bottom: 180 },
      ],
    }),
  ).toEqual([
    { kind: 'printed', top: 0, bottom: 90 },
    { kind: 'printed', top: 90, bottom: 200 },
  ]);
});
