import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSums, sumsFormat, UnreadableSums, unpackSums } from '../../../electron/queue/report/packed-sums';

const firstNames = [
  ...['hour', 'serviceId', 'deskId', 'userId'],
  ...['issued', 'served', 'noShow', 'cancelled', 'void', 'transferred', 'inHall'],
];

/** Each sum's numbers, and its lists. */
type Written = readonly {
  readonly numbers: readonly number[];
  readonly lists: readonly (readonly number[])[];
}[];

function bytesOf(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeInt32LE(number, at * 4);
  return bytes;
}

/** Format 1 as the first Antre wrote it, which has no other history of a purged day: never to be changed. */
function asFirstWritten(sums: Written): Buffer {
  return bytesOf(
    sums.flatMap(({ numbers, lists }) => [...numbers, ...lists.flatMap((list) => [list.length, ...list])]),
  );
}

/** Format 2, by the names of its numbers and lists: never to be changed either. */
function asNamed(names: string, sums: Written): Buffer {
  const text = names.padEnd(Math.ceil(names.length / 4) * 4);
  return Buffer.concat([bytesOf([text.length / 4, sums.length]), Buffer.from(text), asFirstWritten(sums)]);
}

const whole = fc.integer({ min: 0, max: 0x7fffffff });
const day = fc.array(
  fc.record({
    numbers: fc.array(whole, { minLength: firstNames.length, maxLength: firstNames.length }),
    lists: fc.array(fc.array(whole, { maxLength: 9 }), { minLength: 2, maxLength: 2 }),
  }),
  { maxLength: 6 },
);
const asRead = (sums: Written) =>
  sums.map(({ numbers, lists: [waits = [], serviceTimes = []] }) => ({
    ...Object.fromEntries(firstNames.map((name, at) => [name, numbers[at]])),
    ...{ waits: Int32Array.from(waits), serviceTimes: Int32Array.from(serviceTimes) },
  }));

test('sums that the first Antre packed are read as they were, and packed with names the same again', () => {
  fc.assert(
    fc.property(day, (sums) => {
      const read = unpackSums(asFirstWritten(sums), 1);
      expect(read).toMatchObject(asRead(sums));
      expect(unpackSums(packSums(read), sumsFormat)).toEqual(read);
    }),
  );
});

test('sums are packed as every later Antre must read them', () => {
  const [sum] = unpackSums(
    asFirstWritten([{ numbers: firstNames.map((_, at) => at), lists: [[5, 6], [7]] }]),
    1,
  );
  if (!sum) throw new Error('a sum was written');
  const [words = 0, count] = new Int32Array(packSums([sum]).buffer);
  const names = Buffer.from(packSums([sum]))
    .subarray(8, 8 + words * 4)
    .toString()
    .trim();
  expect([names.startsWith(firstNames.join(' ')), names.endsWith(';waits serviceTimes'), count]).toEqual([
    true,
    true,
    1,
  ]);
});

test('of sums with other names what is known is read, whatever else there is, and what was not counted is 0', () => {
  fc.assert(
    fc.property(day, fc.array(whole, { minLength: 6, maxLength: 6 }), (sums, unknown) => {
      const names = firstNames.with(-1, 'walkIns').toReversed();
      const written = sums.map(({ numbers, lists: [waits = []] }, at) => ({
        numbers: numbers.with(-1, unknown[at] ?? 0).toReversed(),
        lists: [unknown, waits],
      }));
      expect(unpackSums(asNamed(`${names.join(' ')};rests waits`, written), 2)).toMatchObject(
        asRead(sums).map((sum) => ({ ...sum, inHall: 0, serviceTimes: new Int32Array() })),
      );
    }),
  );
});

test('sums of another format, or cut off, are refused and not made up', () => {
  const sum = { numbers: firstNames.map((_, at) => at), lists: [[5, 6], [7]] };
  const names = `${firstNames.join(' ')};waits serviceTimes`;
  expect(unpackSums(asNamed(names, [sum, sum]), 2)).toHaveLength(2);
  expect(() => unpackSums(asNamed(names, [sum]), 3)).toThrow(UnreadableSums);
  expect(() => unpackSums(asNamed('issued;waits', []), 2)).toThrow(UnreadableSums);
  for (const [format, bytes] of [
    [1, asFirstWritten([sum])],
    [2, asNamed(names, [sum, sum])],
  ] as const) {
    for (let length = 1; length < bytes.length; length += 1) {
      expect(() => unpackSums(bytes.subarray(0, length), format)).toThrow(UnreadableSums);
    }
  }
});
