import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { changeCounter } from '../../electron/actions/admin/counters';
import { findEspeak } from '../../electron/speech/espeak';
import { Speech } from '../../electron/speech/speech';
import type { Synthesiser } from '../../electron/speech/synthesiser';
import { falseEspeak, hasEspeak, heardOf, whistle } from '../support/synthesisers';
import { temporaryFolder } from '../support/temporary-store';
import { type TestHall, testHall } from '../support/test-hall';
import { until } from '../support/until';

const system = { kind: 'system' } as const;
type Options = ConstructorParameters<typeof Speech>[1];

/** Speech of a hall, with its own place for files; ended with the test. */
function speechOf(
  hall: TestHall,
  find: () => Promise<Synthesiser | null>,
  options: Options & { dataDir?: string } = {},
) {
  const { dataDir = temporaryFolder(), ...others } = options;
  const speech = new Speech(
    { dataDir, hall: hall.hall, clock: hall.time, log: pino({ level: 'silent' }) },
    { find, ...others },
  );
  onTestFinished(() => speech.stop());
  const files = () => (existsSync(join(dataDir, 'speech')) ? readdirSync(join(dataDir, 'speech')) : []);
  const sounds = () => files().filter((file) => file.endsWith('.wav'));
  /** Makes what a hall says often, and waits until nothing is left to be made. */
  const prepared = async () => {
    speech.prepare();
    return await until('all is made', async () => {
      const state = await speech.state();
      return state.made + state.failing.length === state.wanted && state;
    });
  };
  return { speech, dataDir, files, sounds, prepared };
}
const speaking = (hall: TestHall) =>
  hall.act(system, (context) => changeSettings(context, { spokenPath: true }));
const said = (language: 'id' | 'en' | 'jv', text: string) => ({ language, text });

test('a sentence is made once, and is there after a restart', async () => {
  const hall = testHall();
  const voice = whistle();
  const { speech, dataDir, sounds } = speechOf(hall, async () => voice);
  const first = await speech.sound(said('id', 'Silakan  ambil nomor.'));
  await until('it is kept', () => sounds().length === 1);
  expect(await speech.sound(said('id', 'Silakan ambil nomor.'))).toEqual(first);
  const again = speechOf(hall, async () => voice, { dataDir });
  expect(await again.speech.sound(said('id', 'Silakan ambil nomor.'))).toEqual(first);
  expect(voice.said).toEqual(['id Silakan ambil nomor.']);
});

test('many who ask for the same at once are answered by one making', async () => {
  const voice = whistle();
  const { speech } = speechOf(testHall(), async () => voice);
  await Promise.all(Array.from({ length: 20 }, () => speech.sound(said('en', 'Welcome.'))));
  expect(voice.said).toEqual(['en Welcome.']);
});

test('another version, language or text is made anew', async () => {
  const hall = testHall();
  const dataDir = temporaryFolder();
  for (const version of ['1.51', '1.52']) {
    const voice = whistle(version);
    const { speech } = speechOf(hall, async () => voice, { dataDir });
    await speech.sound(said('id', 'Pajak'));
    await speech.sound(said('en', 'Pajak'));
    await speech.stop();
    expect(voice.said).toHaveLength(2);
  }
});

test('a language without a voice, and what nobody can say, is told apart from a failure', async () => {
  const voice = whistle('1', { fails: (text) => text === 'rusak' });
  const { speech } = speechOf(testHall(), async () => voice);
  expect(await speech.sound(said('jv', 'Sugeng rawuh'))).toEqual({ fault: 'no_voice' });
  expect(await speech.sound(said('id', '\u0000…'))).toEqual({ fault: 'no_voice' });
  expect(await speech.sound(said('id', 'rusak'))).toEqual({ fault: 'failed' });
  expect(voice.said).toEqual(['id rusak']);
});

test('without a synthesiser nothing is made; one that is installed later is found', async () => {
  let installed: Synthesiser | null = null;
  const { speech } = speechOf(testHall(), async () => installed);
  expect(await speech.sound(said('id', 'satu'))).toEqual({ fault: 'no_voice' });
  expect((await speech.state()).synthesiser).toBeNull();
  installed = whistle();
  await until('it is found', async () => (await speech.state()).synthesiser);
  expect(await speech.sound(said('id', 'satu'))).toHaveProperty('wave');
});

test('names and prompts are made in the languages that have a voice, once a kiosk speaks', async () => {
  const hall = testHall();
  const voice = whistle();
  const { prepared, sounds } = speechOf(hall, async () => voice);
  expect(await prepared()).toMatchObject({ wanted: 0, made: 0 });
  speaking(hall);
  const { wanted, made } = await prepared();
  expect([made, sounds().length]).toEqual([wanted, wanted]);
  for (const name of [
    'id Dindukcapil',
    'en Dindukcapil',
    'id KTP-el',
    'id Kartu Keluarga',
    'en Family card',
  ]) {
    expect(voice.said).toContain(name);
  }
  expect(voice.said.filter((each) => each.startsWith('jv'))).toEqual([]);
});

test('where calls name counters, their Indonesian names alone are made', async () => {
  const hall = testHall();
  const voice = whistle();
  const { prepared } = speechOf(hall, async () => voice);
  hall.act(system, (context) => changeSettings(context, { voiceNames: true }));
  await prepared();
  expect(voice.said).toEqual(['id Dindukcapil', 'id Imigrasi', 'id PDAM']);
});

test('a renamed counter is made anew; the old name is dropped once nobody has used it for long', async () => {
  const hall = testHall();
  const voice = whistle();
  const { speech, prepared, sounds } = speechOf(hall, async () => voice);
  hall.act(system, (context) => changeSettings(context, { voiceNames: true }));
  await prepared();
  const name = { id: 'Catatan Sipil', en: '', jv: '' };
  hall.act(system, (context) => changeCounter(context, hall.counterId('A'), { name }));
  expect(await prepared()).toMatchObject({ wanted: 3, made: 3 });
  expect(voice.said.at(-1)).toBe('id Catatan Sipil');
  expect(sounds()).toHaveLength(4);
  hall.clock.advance({ days: 15 });
  hall.time.tick();
  speech.prepare();
  await until('it is dropped', () => sounds().length === 3);
  expect(await speech.state()).toMatchObject({ wanted: 3, made: 3 });
});

test('what fails is told with why and tried again later; the rest is made', async () => {
  const hall = testHall();
  let isMended = false;
  const voice = whistle('1', { fails: (text) => text === 'Imigrasi' && !isMended });
  const { speech, prepared } = speechOf(hall, async () => voice);
  hall.act(system, (context) => changeSettings(context, { voiceNames: true }));
  const state = await prepared();
  expect([state.made, state.failing]).toEqual([
    2,
    [{ said: said('id', 'Imigrasi'), error: "Error: can't say Imigrasi" }],
  ]);
  isMended = true;
  hall.clock.advance({ minutes: 16 });
  hall.time.tick();
  speech.minutePassed();
  await until('it is made', async () => (await speech.state()).made === 3);
  expect((await speech.state()).failing).toEqual([]);
});

test('a synthesiser that fails at everything is not started for each of a hundred names', async () => {
  const hall = testHall();
  const { program, starts } = falseEspeak('exit 1');
  const { speech } = speechOf(hall, () => findEspeak(program));
  speaking(hall);
  speech.prepare();
  await until('it gave up', async () => (await speech.state()).failing.length >= 5);
  await speech.stop();
  expect(starts()).toBe(5);
});

test('files are bounded: those used longest ago go first', async () => {
  const hall = testHall();
  const voice = whistle();
  const { speech, sounds } = speechOf(hall, async () => voice, { bounds: { files: 3, bytes: 1_000_000 } });
  for (const text of ['satu', 'dua', 'tiga', 'empat', 'lima']) {
    await speech.sound(said('id', text));
    await until('it is kept', () => sounds().length > 0);
    hall.clock.advance({ seconds: 1 });
    hall.time.tick();
  }
  await until('others are gone', () => sounds().length === 3);
  voice.said.length = 0;
  await speech.sound(said('id', 'lima'));
  await speech.sound(said('id', 'satu'));
  expect(voice.said).toEqual(['id satu']);
});

test.each([
  ['can write nothing', undefined, (dataDir: string) => writeFileSync(join(dataDir, 'speech'), '')],
  ['is nearly full', Number.POSITIVE_INFINITY, () => undefined],
])(
  'a disk that %s takes no speech away, and names are no longer made',
  async (_how, leastFreeBytes, spoil) => {
    const hall = testHall();
    const dataDir = temporaryFolder();
    spoil(dataDir);
    const voice = whistle();
    const { speech } = speechOf(hall, async () => voice, {
      dataDir,
      ...(leastFreeBytes === undefined ? {} : { leastFreeBytes }),
    });
    expect(await speech.sound(said('id', 'satu'))).toHaveProperty('wave');
    await until('it is known', async () => (await speech.state()).diskFull);
    speaking(hall);
    speech.prepare();
    await until('one was tried', () => voice.said.length > 1);
    await speech.stop();
    expect(voice.said).toHaveLength(2);
  },
);

test('a file that was damaged, cut off or taken away is made again', async () => {
  const voice = whistle();
  const { speech, dataDir, sounds } = speechOf(testHall(), async () => voice);
  const whole = await speech.sound(said('id', 'satu'));
  await until('it is kept', () => sounds().length === 1);
  const path = join(dataDir, 'speech', sounds()[0] ?? '');
  for (const damage of [
    () => writeFileSync(path, readFileSync(path).subarray(0, 60)),
    () => writeFileSync(path, ''),
    () => rmSync(path),
  ]) {
    voice.said.length = 0;
    damage();
    expect(await speech.sound(said('id', 'satu'))).toEqual(whole);
    expect(voice.said).toEqual(['id satu']);
    await until('it is kept', () => existsSync(path));
  }
});

test('what a cut power left half written is cleared away', async () => {
  const hall = testHall();
  const { speech, dataDir, files } = speechOf(hall, async () => whistle());
  await speech.sound(said('id', 'satu'));
  await until('it is kept', () => files().length === 1);
  writeFileSync(join(dataDir, 'speech', `${'a'.repeat(64)}.wav.new`), 'half');
  speechOf(hall, async () => whistle(), { dataDir });
  await until('it is gone', () => files().length === 1);
});

test.skipIf(!hasEspeak)("a hall's names are really said (needs espeak-ng)", async () => {
  const hall = testHall();
  const { speech, prepared } = speechOf(hall, () => findEspeak());
  hall.act(system, (context) => changeSettings(context, { voiceNames: true }));
  expect((await prepared()).failing).toEqual([]);
  const made = await speech.sound(said('id', 'Dindukcapil'));
  const { seconds, loudness } = heardOf('wave' in made ? made.wave : Buffer.alloc(0));
  expect([seconds > 0.5 && seconds < 3, loudness > 0.02]).toEqual([true, true]);
});
