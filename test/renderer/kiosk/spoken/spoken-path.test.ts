import { beforeEach, expect, test } from 'vitest';
import type { HolderTicket } from '../../../../electron/contract/tickets';
import { SpokenPath, type Taken } from '../../../../renderer/kiosk/spoken/spoken-path';
import type { SpokenWish, World } from '../../../../renderer/kiosk/spoken/visit';
import { counters, kiosk, ticket } from '../../../../renderer/preview/samples';
import { type Transcript, transcript } from '../../../support/transcript';

let world: World;
let speech: Transcript;
let path: SpokenPath;
let now: number;
let take: () => Promise<Taken>;
let taken: SpokenWish[];

function begin(mute: readonly string[] = []): void {
  world = { counters, kiosk, isAway: false, ticket: null, now: 0 };
  now = 0;
  taken = [];
  take = async () => ({ kind: 'given', ticket });
  speech = transcript(mute);
  path = new SpokenPath({
    speech,
    world: () => world,
    stopwatch: () => now,
    take: (wish) => {
      taken.push(wish);
      return take();
    },
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

const pass = (ms: number) => {
  for (const until = now + ms; now < until; ) {
    now += 1_000;
    path.happen({ kind: 'tick' });
  }
};
const toTake = () => {
  press('help', 'choose', 'choose', 'choose');
  while (path.visit?.place !== 'take') press('choose');
};

test('a headset that is taken out ends it in silence, and the next visitor finds volume and language as always', () => {
  press('help', 'choose', 'down', 'choose', 'louder', 'louder');
  expect(path.visit).toMatchObject({ language: 'en', volume: 9 });
  const before = speech.heard.length;
  path.happen({ kind: 'headset-out' });
  pass(10_000);
  expect({ visit: path.visit, said: speech.heard.length }).toEqual({ visit: null, said: before });
  press('help');
  expect(path.visit).toMatchObject({ language: 'id', volume: 7 });
});

test('a headset that is back within a moment goes on where it was, and nothing was chosen without it', () => {
  toTake();
  const before = { said: speech.heard.length, last: heard() };
  path.happen({ kind: 'headset-out' });
  press('choose', 'down', 'choose', 'back');
  pass(8_000);
  expect({ taken: taken.length, said: speech.heard.length }).toEqual({ taken: 0, said: before.said });
  path.happen({ kind: 'headset-in' });
  expect(heard()).toBe(`Baik, dilanjutkan. ${before.last}`);
  expect(path.visit?.place).toBe('take');
});

test('a headset that is put back answers who wants the screen, as any key does', () => {
  press('help', 'choose');
  path.happen({ kind: 'end-asked' });
  path.happen({ kind: 'headset-out' });
  pass(8_000);
  path.happen({ kind: 'headset-in' });
  expect(heard()).toContain('Baik, dilanjutkan.');
  pass(12_000);
  expect(path.visit?.place).toBe('languages');
});

test('nobody who leaves is told of a paper that was another’s', async () => {
  const printing: HolderTicket = { ...ticket, token: 'other', status: 'printing' };
  take = async () => ({ kind: 'given', ticket: printing });
  toTake();
  press('choose');
  await said();
  world = { ...world, ticket: printing };
  path.happen({ kind: 'headset-out' });
  press('help', 'back');
  expect(heard()).toContain('Ingin berhenti?');
  expect(heard()).not.toContain('Tiket Anda belum keluar.');
});

test('without the headset the key that begins it begins anew, and nobody hears what the former chose', () => {
  toTake();
  path.happen({ kind: 'headset-out' });
  press('help');
  expect(heard()).toContain('Selamat datang');
  expect(path.visit).toMatchObject({ place: 'welcome', chosen: { counterId: null } });
});

test('a number that was asked for before the headset came out is not said to nobody, and is heard by who comes back', async () => {
  toTake();
  press('choose');
  path.happen({ kind: 'headset-out' });
  const before = speech.heard.length;
  await said();
  expect(path.visit).toMatchObject({ place: 'ticket', ticket: { number: ticket.number } });
  pass(8_000);
  expect(speech.heard.length).toBe(before);
  path.happen({ kind: 'headset-in' });
  expect(heard()).toContain('Baik, dilanjutkan. Nomor antrean Anda');
  path.happen({ kind: 'headset-out' });
  pass(10_000);
  expect({ visit: path.visit, taken: taken.length }).toEqual({ visit: null, taken: 1 });
});

test('an answer that is long in coming is waited for without the headset, and its paper is nobody else’s', async () => {
  let answer: (() => void) | undefined;
  take = () =>
    new Promise((resolve) => {
      answer = () => resolve({ kind: 'given', ticket });
    });
  toTake();
  press('choose');
  path.happen({ kind: 'headset-out' });
  pass(40_000);
  press('help');
  expect(path.visit?.place).toBe('asking');
  answer?.();
  await said();
  await said();
  pass(9_000);
  expect(path.visit?.place).toBe('ticket');
  pass(1_000);
  expect(path.visit).toBe(null);
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

test('a voice that one visitor missed is looked for again for the next, and offered', async () => {
  const mute: string[] = ['jv'];
  begin(mute);
  press('help');
  await said();
  await said();
  expect(path.visit?.mute).toEqual(['jv']);
  path.happen({ kind: 'headset-out' });
  pass(10_000);
  mute.length = 0;
  press('help');
  await said();
  press('choose', 'down', 'down');
  expect(heard()).toBe('Basa Jawa tiga dari tiga.');
});

test('where no voice can be heard at all, nobody is kept in silence', async () => {
  begin(['id', 'en', 'jv']);
  press('help');
  for (let turn = 0; turn < 6; turn += 1) await said();
  pass(3_000);
  expect(path.visit).toBe(null);
});

test('a line that is cut takes the voice along, and is told of by what was made ready; the visit goes on', async () => {
  press('help', 'choose', 'down', 'choose');
  await said();
  expect(speech.prepared[0]?.text).toContain('The kiosk is cut off.');
  const { place } = path.visit ?? {};
  path.happen({ kind: 'spoken', outcome: 'unsaid' });
  pass(1_000);
  world = { ...world, isAway: true };
  path.happen({ kind: 'news' });
  expect(heard()).toContain('The kiosk is cut off.');
  await said();
  press('help');
  path.happen({ kind: 'spoken', outcome: 'unsaid' });
  expect(heard()).toContain('The kiosk is cut off.');
  await said();
  pass(10_000);
  expect(path.visit).toMatchObject({ language: 'en', place: 'help', trail: [{}, {}, { place }] });
});

test('a number that the cut line leaves unsaid is not lost', async () => {
  toTake();
  press('choose');
  await said();
  path.happen({ kind: 'spoken', outcome: 'unsaid' });
  world = { ...world, isAway: true };
  pass(1_000);
  expect(heard()).toContain('Kios sedang tidak tersambung.');
  await said();
  world = { ...world, isAway: false };
  pass(1_000);
  expect(heard()).toMatch(/^Kios tersambung lagi. Nomor antrean Anda/);
});

test('a counter that opens while it is told to be shut is offered', () => {
  const [first, ...others] = counters;
  if (!first) throw new Error('no counter');
  const shut = { ...first, status: 'closed', state: 'closed' } as const;
  world = { ...world, counters: [shut, ...others] };
  press('help', 'choose', 'choose', 'choose', 'choose');
  expect(path.visit?.place).toBe('shut');
  world = { ...world, counters };
  press('help', 'back');
  expect(heard()).not.toContain('Pilihan ini sudah tidak ada.');
  expect(heard()).toContain('Buka, ');
  press('up');
  expect(heard()).toContain('Lanjutkan.');
  press('choose');
  expect(path.visit).toMatchObject({ place: 'services', chosen: { counterId: first.id } });
});

test('whoever wants to end it at the screen waits for the one at the keys', async () => {
  press('help', 'choose');
  await said();
  path.happen({ kind: 'end-asked' });
  expect(heard()).toContain('Seseorang di layar ingin menutup suara.');
  press('down');
  expect(heard()).toContain('Baik, dilanjutkan.');
  // A child hammers at the screen.
  const before = speech.heard.length;
  for (let touch = 0; touch < 20; touch += 1) path.happen({ kind: 'end-asked' });
  expect({ said: speech.heard.length, asked: path.visit?.endAsked }).toEqual({ said: before, asked: null });
  now += 30_000;
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
