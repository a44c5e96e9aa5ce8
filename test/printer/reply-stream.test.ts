import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../native/printer/dialects/dialect';
import { conditionFromBlock, conditionFromRealTime } from '../../native/printer/dialects/escpos-status';
import { ReplyStream } from '../../native/printer/dialects/reply-stream';
import { statusOf } from '../../native/printer/status';

const printed = (id: string) => [0x37, 0x22, ...Buffer.from(id), 0x00];
const push = (...bytes: number[]) => new ReplyStream().push(Uint8Array.from(bytes));

describe('what a printer says', () => {
  test('is told apart though it mixes in one stream', () => {
    expect(push(0x12, 0x10, 0, 0, 0x0f, ...printed('ab12'), 0x00, 0x11, 0x13, 0x37, 0x25, 0, 0x1a)).toEqual([
      { kind: 'answer', bytes: [0x12] },
      { kind: 'condition', condition: conditionFromBlock([0x10, 0, 0, 0x0f]) },
      { kind: 'printed', id: 'ab12' },
      { kind: 'processed', value: 0 },
      { kind: 'cleared' },
      { kind: 'answer', bytes: [0x1a] },
    ] satisfies Reply[]);
  });

  test('is the same however it is cut into pieces', () => {
    const all = [0x12, 0x38, 0, 0x0c, 0x0f, ...printed('zz99'), 0x5f, ...Buffer.from('EPSON'), 0, 0x03, 0x16];
    fc.assert(
      fc.property(fc.array(fc.nat(all.length)), (cuts) => {
        const stream = new ReplyStream();
        const at = [0, ...cuts.sort((a, b) => a - b), all.length];
        const replies = at.flatMap((from, index) =>
          stream.push(Uint8Array.from(all.slice(from, at[index + 1] ?? all.length))),
        );
        expect(replies).toEqual(push(...all));
      }),
    );
  });

  test('may stop in the middle: what comes next is understood', () => {
    expect(push(0x10, 0, 0x12)).toEqual([{ kind: 'answer', bytes: [0x12] }]);
    expect(push(0x37, 0x22, 0x61, 0x12, ...printed('ab12'))).toEqual([
      { kind: 'answer', bytes: [0x12] },
      { kind: 'printed', id: 'ab12' },
    ]);
  });

  test('may be any bytes at all, for ever: nothing is proved by them, and memory does not grow', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const stream = new ReplyStream();
        const replies = stream.push(bytes);
        expect(replies.some((reply) => reply.kind === 'printed' && reply.id === 'q7x2')).toBe(false);
        // 96 printable bytes at most are kept, so a good answer behind them is understood
        stream.push(new Uint8Array(100).fill(0x80));
        expect(stream.push(Uint8Array.from(printed('q7x2')))).toEqual([{ kind: 'printed', id: 'q7x2' }]);
      }),
    );
    const stream = new ReplyStream();
    for (let round = 0; round < 1000; round += 1) stream.push(new Uint8Array(10_000).fill(0x37));
    expect(stream.push(Uint8Array.of(0x12))).toEqual([{ kind: 'answer', bytes: [0x12] }]);
  });
});

describe('the state of a printer', () => {
  test.each([
    ['ready', [0x12, 0x12, 0x12, 0x12]],
    ['paper_low', [0x12, 0x12, 0x12, 0x1e]],
    ['paper_out', [0x1a, 0x32, 0x12, 0x7e]],
    ['paper_out', [0x1a, 0x12, 0x12, 0x72]],
    ['cover_open', [0x1a, 0x16, 0x12, 0x12]],
    ['cover_open', [0x1a, 0x36, 0x12, 0x7e]],
    ['error', [0x1a, 0x52, 0x1a, 0x12]],
    ['error', [0x1a, 0x52, 0x32, 0x12]],
    ['error', [0x1a, 0x52, 0x12, 0x12]],
    ['offline', [0x1a, 0x1a, 0x12, 0x12]],
    ['offline', [0x1a, 0x12, 0x12, 0x12]],
  ] as const)('is %s by DLE EOT %j', (state, answers) => {
    expect(statusOf(conditionFromRealTime(answers.map((answer) => [answer]))).state).toBe(state);
  });

  test.each([
    ['ready', [0x10, 0, 0, 0x0f]],
    ['paper_low', [0x10, 0, 0x03, 0x0f]],
    ['paper_out', [0x18, 0, 0x0f, 0x0f]],
    ['cover_open', [0x38, 0, 0, 0x0f]],
    ['error', [0x18, 0x08, 0, 0x0f]],
    ['offline', [0x58, 0, 0, 0x0f]],
  ] as const)('is %s by the status block %j', (state, block) => {
    expect(statusOf(conditionFromBlock([...block])).state).toBe(state);
  });
});
