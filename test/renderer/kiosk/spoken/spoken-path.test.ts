import { beforeEach, expect, test } from 'vitest';
import { SpokenPath } from '../../../../renderer/kiosk/spoken/spoken-path';
import type { World } from '../../../../renderer/kiosk/spoken/visit';
import { counters, kiosk, ticket } from '../../../../renderer/preview/samples';
import { type Transcript, transcript } from '../../../support/transcript';

let world: World;
let speech: Transcript;
let path: SpokenPath;
let now: number;

function begin(mute: readonly string[] = []): void {
  world = { counters, kiosk, isAway: false, ticket: null, now: 0 };
  now = 0;
  speech = transcript(mute);
  path = new SpokenPath({
    speech,
    world: () => world,
    stopwatch: () => now,
    take: async () => ({ kind: 'given', ticket }),
    decide: async () => null,
    changed: () => undefined,
  });
}
beforeEach(() => begin());

const press = (...keys: Parameters<typeof key>[0][]) => keys.forEach(key);
function key(pressed: 'help' | 'choose' | 'up' | 'down' | 'back' | 'repeat' | 'louder' | 'softer' | 'jump') {
  path.happen({ kind: 'key', key: pressed });
}
const heard = () => speech.heard.at(-1) ?? '';
/** The voice has ended what it said. */
const said = () => Promise.resolve().then(() => undefined);

test('nothing but the one key or a headset begins it', () => {
  press('choose', 'down', 'back');
  expect(speech.heard).toEqual([]);
  path.happen({ kind: 'headset-in' });
  expect(heard()).toContain('Selamat datang');
});

test('a headset that is taken out ends it in silence, and the next visitor finds volume and language as always', () => {
  press('help', 'choose', 'down', 'choose', 'louder', 'louder');
  expect(path.visit).toMatchObject({ language: 'en', volume: 9 });
  const before = speech.heard.length;
  path.happen({ kind: 'headset-out' });
  expect({ visit: path.visit, said: speech.heard.length }).toEqual({ visit: null, said: before });
  press('help');
  expect(path.visit).toMatchObject({ language: 'id', volume: 7 });
});

test('the volume never falls so low that nothing is heard', () => {
  press('help', ...Array.from({ length: 12 }, () => 'softer' as const));
  expect(heard()).toContain('Ini suara paling pelan.');
  expect(speech.volume).toBeCloseTo(0.2);
  press(...Array.from({ length: 12 }, () => 'louder' as const));
  expect(speech.volume).toBe(1);
});

test('"repeat" says what was said last, reminders apart', async () => {
  press('help', 'choose', 'choose', 'choose');
  const list = heard();
  await said();
  now += 20_000;
  path.happen({ kind: 'tick' });
  expect(heard()).toContain('Tombol tengah: pilih. F1: bantuan.');
  press('repeat');
  expect(heard()).toBe(list);
});

test('letters and digits lead to entries of a list, and say where nothing begins so', () => {
  press('help', 'choose', 'choose', 'choose');
  const [first, second] = world.counters ?? [];
  if (!first || !second) throw new Error('the sample hall has too few counters');
  path.happen({ kind: 'key', key: { sign: '2' } });
  expect(heard()).toContain('dua dari');
  const initial = first.name.id.charAt(0).toLowerCase();
  path.happen({ kind: 'key', key: { sign: initial } });
  expect(heard().toLowerCase().startsWith(initial)).toBe(true);
  path.happen({ kind: 'key', key: { sign: 'x' } });
  expect(heard()).toBe('Tidak ada pilihan untuk x.');
});

test('what is heard is never another thing than what is chosen', () => {
  press('help', 'choose', 'choose', 'choose');
  world = { ...world, counters: world.counters?.slice(1) };
  press('choose');
  expect(heard().startsWith('Pilihan baru saja berubah.')).toBe(true);
  expect(path.visit?.place).toBe('counters');
});

test('what probably comes next is made ready', () => {
  press('help');
  expect(speech.prepared.map(({ text }) => text)).toContain('Pilih bahasa.');
});

test('a language without a voice is left out, and nothing else with it', async () => {
  begin(['jv']);
  press('help');
  await said();
  await said();
  expect(heard()).toContain('Tekan tombol tengah untuk mulai.');
  expect(path.visit).toMatchObject({ mute: ['jv'], language: 'id' });
  press('choose', 'down');
  expect(heard()).toBe('English dua dari dua.');
  press('choose');
  expect(path.visit?.language).toBe('en');
});

test('where no voice can be heard at all, nobody is kept in silence', async () => {
  begin(['id', 'en', 'jv']);
  press('help');
  for (let turn = 0; turn < 6; turn += 1) await said();
  expect(path.visit).toBe(null);
});

test('whoever wants to end it at the screen waits for the one at the keys', async () => {
  press('help', 'choose');
  await said();
  path.happen({ kind: 'end-asked' });
  expect(heard()).toContain('Seseorang di layar ingin menutup suara.');
  press('down');
  expect(heard()).toContain('Baik, dilanjutkan.');
  path.happen({ kind: 'end-asked' });
  now += 16_000;
  path.happen({ kind: 'tick' });
  expect(path.visit).toBe(null);
});

test('a question comes before the end, and any key prolongs it without end', async () => {
  world = { ...world, kiosk: { ...kiosk, idleSeconds: 30 } };
  const wait = async (ms: number) => {
    for (const until = now + ms; now < until; ) {
      now += 1_000;
      path.happen({ kind: 'tick' });
      await said();
    }
  };
  press('help');
  for (let turn = 0; turn < 3; turn += 1) {
    await wait(118_000);
    expect(heard()).toContain('Anda masih di sini?');
    press('repeat');
  }
  await wait(170_000);
  expect({ visit: path.visit, heard: heard() }).toEqual({
    visit: null,
    heard: 'Suara ditutup, kios kembali ke awal.',
  });
});
