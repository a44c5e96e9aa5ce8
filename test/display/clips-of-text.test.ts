import { expect, test } from 'vitest';
import { clipOfSentence } from '../../electron/contract/clip-names';
import { clipsOfText } from '../../renderer/voice/clips-of-text';

const all = () => true;
const clips = (language: 'id' | 'en' | 'jv', text: string, has: typeof all = all) =>
  clipsOfText(language, text, has)?.map(({ clip }) => clip) ?? null;

test.each([
  ['id', 'Nomor antrean D, nol satu dua.', ['queue-number', 'letter-d', 'number-0', 'number-1', 'number-2']],
  ['id', 'Silakan menuju loket dua puluh enam', ['please-go-to', 'desk', 'number-2', 'tens', 'number-6']],
  ['en', 'Number K, zero, four.', ['queue-number', 'letter-k', 'number-0', 'number-4']],
  ['jv', 'Nomer antrean A, setunggal', ['queue-number', 'letter-a', 'number-1']],
  ['id', 'Nomor antrean A 0 1', ['queue-number', 'letter-a', 'number-0', 'number-1']],
] as const)('in %s "%s" is said by clips', (language, text, said) => {
  expect(clips(language, text)).toEqual(said);
});

test.each(['Nomor antrean D, nol satu dua, di bawah layar.', 'Selamat datang.', 'loket Kasir', '', '…'])(
  '"%s" has a word that no clip says, and is not said with a hole',
  (text) => {
    expect(clips('id', text)).toBeNull();
  },
);

test('a sentence of which one clip is missing is said by none', () => {
  expect(clipsOfText('jv', 'Nomer antrean A', (_language, clip) => clip !== 'letter-a')).toBeNull();
});

test('pauses follow the signs, and digits stand apart', () => {
  const [, letter, first, last] = clipsOfText('id', 'Nomor antrean D, nol satu.', all) ?? [];
  expect(letter?.pause).toBeGreaterThan(first?.pause ?? 0);
  expect(last?.pause).toBeGreaterThan(letter?.pause ?? 0);
});

test("a sentence's recording is named by its words, whatever its signs, and no other sentence has that name", () => {
  expect(clipOfSentence('Sugeng  rawuh!')).toBe(clipOfSentence('sugeng rawuh'));
  const long = 'Tekan panah bawah untuk pilihan berikutnya, panah atas untuk';
  expect(clipOfSentence(`${long} kembali`)).not.toBe(clipOfSentence(`${long} memilih`));
  for (const text of [`${long} kembali`, 'é', '東京'])
    expect(clipOfSentence(text)).toMatch(/^say(-[a-z0-9]+)+$/);
});
