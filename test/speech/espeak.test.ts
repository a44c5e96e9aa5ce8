import { describe, expect, test } from 'vitest';
import { findEspeak } from '../../electron/speech/espeak';
import { sayable } from '../../electron/speech/sayable';
import { SpeechFault, type Synthesiser } from '../../electron/speech/synthesiser';
import { isWholeWave } from '../../electron/speech/wave-file';
import { falseEspeak, hasEspeak, heardOf } from '../support/synthesisers';

const faultOf = (making: Promise<Buffer>) =>
  making.then(
    () => null,
    (error: unknown) => (error instanceof SpeechFault ? error.kind : String(error)),
  );
const found = async (program?: string, limitMs?: number): Promise<Synthesiser> => {
  const synthesiser = await findEspeak(program, limitMs);
  if (!synthesiser) throw new Error('no espeak-ng was found');
  return synthesiser;
};

describe.skipIf(!hasEspeak)("Debian's own program (needs espeak-ng)", () => {
  test('tells its version and has a voice for Indonesian and English, none for Javanese', async () => {
    const { name, version, voices } = await found();
    expect([name, voices]).toEqual(['espeak-ng', { id: 'id', en: 'en-gb' }]);
    expect(version).toMatch(/^\d+\.\d+/);
  });

  test.each([
    ['id', 'Selamat datang.', 0.6, 2.5],
    ['en', 'Welcome.', 0.3, 2],
    ['id', 'Dindukcapil, KTP dan KK, buka, dua belas orang menunggu, kira-kira empat puluh menit.', 4, 12],
  ] as const)(
    'a sentence in %s, "%s", is heard, and about as long as people take for it',
    async (language, text, least, most) => {
      const wave = await (await found()).make({ language, text }, false);
      const { seconds, loudness } = heardOf(wave);
      expect(isWholeWave(wave)).toBe(true);
      expect(seconds).toBeGreaterThan(least);
      expect(seconds).toBeLessThan(most);
      expect(loudness).toBeGreaterThan(0.02);
    },
  );

  test('what might be an option, a command, phonemes or markup is said as words or not at all, and nothing else happens', async () => {
    const synthesiser = await found();
    const length = async (text: string) => {
      const wave = await synthesiser.make({ language: 'id', text: sayable(text) }, false);
      return heardOf(wave).seconds;
    };
    const plain = await length('loket tiga');
    // Each says the two words; nothing makes the voice another, or stops it.
    for (const text of [
      '--version loket tiga',
      '-f /etc/passwd loket tiga',
      '\u0001500S loket tiga',
      '<break time="20s"/> loket tiga',
      '<audio src="/etc/passwd"/> loket tiga',
      '[[a:a:a:]] loket tiga',
      '"; touch /tmp/x; loket tiga',
      '$(reboot) loket tiga',
      'loket tiga\u0000--stdout',
      'loket \u202Etiga',
    ]) {
      const seconds = await length(text);
      expect([text, seconds > plain * 0.8, seconds < 12]).toEqual([text, true, true]);
    }
  });

  test('words that it would misread are said by their phonemes', async () => {
    const synthesiser = await found();
    const [said, spelled] = await Promise.all([
      synthesiser.make({ language: 'id', text: 'enam' }, false),
      synthesiser.make({ language: 'en', text: 'enam' }, false),
    ]);
    expect(said.equals(spelled)).toBe(false);
  });
});

test.each([
  ['\u0000\u0007', ''],
  ['<>[]{}', ''],
  ['…', ''],
  [' Gerai\n\tPajak ', 'Gerai Pajak'],
  ['[[x]] & <b>KTP</b>', 'x & b KTP /b'],
])('of %j %j is left to be said', (text, left) => {
  expect(sayable(text)).toBe(left);
});

test('where there is no such program, there is no synthesiser', async () => {
  expect(await findEspeak('/nowhere/espeak-ng')).toBeNull();
});

test('one that hangs is ended after its time, also where it started something itself', async () => {
  const { program } = falseEspeak('sleep 20');
  const begun = performance.now();
  expect(await faultOf((await found(program, 1_000)).make({ language: 'id', text: 'satu' }, false))).toBe(
    'too_long',
  );
  expect(performance.now() - begun).toBeLessThan(30_000);
});

test.each([
  ['ends with an error', 'echo "no data" >&2; exit 1'],
  ['says nothing', 'exit 0'],
  ['writes what is no sound', 'echo hello'],
  ['is killed', 'kill -9 $$'],
  ['never stops talking', 'exec cat /dev/zero'],
])('one that %s has failed', async (_how, does) => {
  const { program } = falseEspeak(does);
  expect(await faultOf((await found(program)).make({ language: 'id', text: 'satu' }, false))).toBe('failed');
});

test('one that has no voice for a language says so', async () => {
  const { program } = falseEspeak('exit 0');
  expect(await faultOf((await found(program)).make({ language: 'en', text: 'one' }, false))).toBe('failed');
});
