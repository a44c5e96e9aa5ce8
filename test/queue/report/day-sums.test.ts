import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSums, UnreadableSums, unpackSums } from '../../../electron/queue/report/day-sums';

/** Format 1 as the first Antre wrote it, which has no other history of a purged day: never to be changed. */
function asFirstWritten(
  sums: readonly (readonly number[])[],
  times: readonly (readonly number[])[],
): Uint8Array {
  const numbers = sums.flatMap((fields, at) => {
    const waits = times[2 * at] ?? [];
    const services = times[2 * at + 1] ?? [];
    return [...fields, waits.length, ...waits, services.length, ...services];
  });
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeInt32LE(number, at * 4);
  return bytes;
}

const whole = fc.integer({ min: 0, max: 0x7fffffff });
const fields = fc.array(whole, { minLength: 11, maxLength: 11 });
const day = fc
  .array(fields, { maxLength: 6 })
  .chain((sums) =>
    fc.tuple(
      fc.constant(sums),
      fc.array(fc.array(whole, { maxLength: 9 }), { minLength: 2 * sums.length, maxLength: 2 * sums.length }),
    ),
  );

test('sums that the first Antre packed are read as they were, and packed the same again', () => {
  fc.assert(
    fc.property(day, ([sums, times]) => {
      const bytes = asFirstWritten(sums, times);
      const read = unpackSums(bytes, 1);
      expect(
        read.map((sum) => [
          sum.hour,
          sum.serviceId,
          sum.deskId,
          sum.userId,
          sum.issued,
          sum.served,
          sum.noShow,
          sum.cancelled,
          sum.void,
          sum.transferred,
          sum.inHall,
        ]),
      ).toEqual(sums);
      expect(read.flatMap(({ waits, serviceTimes }) => [[...waits], [...serviceTimes]])).toEqual(times);
      expect(Buffer.from(packSums(read)).equals(bytes)).toBe(true);
    }),
  );
});

test('sums of another format, or cut off, are refused and not made up', () => {
  const bytes = asFirstWritten([Array.from({ length: 11 }, (_, at) => at)], [[5, 6], [7]]);
  expect(() => unpackSums(bytes, 2)).toThrow(UnreadableSums);
  for (let length = 1; length < bytes.length; length += 1) {
    expect(() => unpackSums(bytes.subarray(0, length), 1)).toThrow(UnreadableSums);
  }
});
