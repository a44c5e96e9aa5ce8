import { countNames } from '../../contract/report-columns';
import { type DaySum, noCounts } from './day-sums';

/** What packed sums are made of: of each sum these numbers, and then these lists, each behind its length. */
interface Layout {
  readonly numbers: readonly string[];
  readonly lists: readonly string[];
}

const keyNames = ['hour', 'serviceId', 'deskId', 'userId'] as const;
const listNames = ['waits', 'serviceTimes'] as const;
const layout: Layout = { numbers: [...keyNames, ...countNames], lists: listNames };

/** Format 1, in which nothing is named. Never to be changed: it may be all that is left of a day. */
const firstLayout: Layout = {
  numbers: [
    ...['hour', 'serviceId', 'deskId', 'userId'],
    ...['issued', 'served', 'noShow', 'cancelled', 'void', 'transferred', 'inHall'],
  ],
  lists: ['waits', 'serviceTimes'],
};

/** The format that `packSums` writes: it names what is counted, so that another count needs no other format. */
export const sumsFormat = 2;

/** Sums that were packed by a newer Antre, or damaged: reading them as another format would make up numbers. */
export class UnreadableSums extends Error {
  override name = 'UnreadableSums';
}

/**
 * Packs a counter's day in format 2: 32-bit whole numbers in the byte order of the machine (little-endian wherever Antre
 * runs): how many numbers the names take, how many sums there are, the names (`hour … inHall;waits serviceTimes`, filled up with
 * spaces), and of each sum what is named. Throws `RangeError` for what is no such number (the hour of a time that can't be): it
 * would be kept as another one.
 */
export function packSums(sums: readonly DaySum[]): Uint8Array {
  const text = `${layout.numbers.join(' ')};${layout.lists.join(' ')}`;
  const names = wordsOf(new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4)));
  const numbers = [names.length, sums.length, ...names];
  for (const sum of sums) {
    numbers.push(...keyNames.map((name) => sum[name]), ...countNames.map((name) => sum[name]));
    for (const name of listNames) {
      numbers.push(sum[name].length);
      for (const value of sum[name]) numbers.push(value);
    }
  }
  const packed = Int32Array.from(numbers);
  const wrong = numbers.findIndex((number, at) => number !== packed[at]);
  if (wrong >= 0) throw new RangeError(`sums with ${numbers[wrong]}, which is no whole number of 32 bits`);
  return new Uint8Array(packed.buffer);
}

/**
 * Returns the sums that were packed in a format; what wasn't counted then is 0, and what isn't counted any more is passed over.
 * Throws `UnreadableSums` for an unknown format, and for bytes that are not what they say.
 */
export function unpackSums(bytes: Uint8Array, format: number): DaySum[] {
  if (format !== 1 && format !== sumsFormat) throw new UnreadableSums(`sums of the unknown format ${format}`);
  if (bytes.length % 4 !== 0) throw new UnreadableSums('sums that end within a number');
  const packed = wordsOf(bytes);
  let at = 0;
  const next = () => {
    const value = packed[at++];
    if (value === undefined) throw new UnreadableSums('sums that end too early');
    return value;
  };
  const list = (length = next()) => {
    if (length < 0 || length > packed.length - at) throw new UnreadableSums('sums that end too early');
    at += length;
    return packed.subarray(at - length, at);
  };
  const [names, count] = format === 1 ? [] : [next(), next()];
  const { numbers, lists } = names === undefined ? firstLayout : readLayout(list(names));
  const sums: DaySum[] = [];
  while (at < packed.length) {
    const sum: Record<string, number | Int32Array> = { ...nothing };
    for (const name of numbers) sum[name] = next();
    for (const name of lists) sum[name] = list();
    sums.push(sum as unknown as DaySum);
  }
  if (count !== undefined && sums.length !== count) throw new UnreadableSums('sums that end too early');
  return sums;
}

const nothing: DaySum = {
  hour: 0,
  serviceId: 0,
  deskId: 0,
  userId: 0,
  ...noCounts(),
  waits: new Int32Array(),
  serviceTimes: new Int32Array(),
};

function readLayout(words: Int32Array): Layout {
  const text = new TextDecoder().decode(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  const [numbers = [], lists = []] = text.split(';').map((names) => names.trim().split(' '));
  if (keyNames.some((name) => !numbers.includes(name))) throw new UnreadableSums('sums of nobody knows what');
  return { numbers, lists };
}

/** Copied: 32-bit numbers must begin at a multiple of four bytes. */
function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer);
}
