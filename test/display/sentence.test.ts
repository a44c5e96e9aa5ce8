import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Language } from '../../electron/contract/common';
import type { Call } from '../../electron/contract/lobby';
import { afterCall } from '../../renderer/voice/after-call';
import { callSentence, unrecordedName } from '../../renderer/voice/sentence';

const shipped = new Set(
  (['id', 'en'] as const).flatMap((language) =>
    readdirSync(new URL(`../../renderer/voice/${language}/`, import.meta.url)).map(
      (file) => `${language}/${file.replace(/\.opus$/, '')}`,
    ),
  ),
);
const hasShipped = (language: Language, clip: string) => shipped.has(`${language}/${clip}`);

function call(number: string, label: string, more: Partial<Call> = {}): Call {
  const name = { id: 'Dindukcapil', en: '', jv: '' };
  return {
    sequence: 1,
    number,
    desk: { id: '3', label },
    counter: { id: '2', code: 'A', name, group: 'regional', zone: '' },
    calledAt: '2026-11-24T09:41:00+07:00',
    recall: false,
    priority: false,
    fetchMe: false,
    language: 'id',
    ...more,
  };
}

const indonesianWords: Record<string, string> = {
  'queue-number': 'nomor antrean',
  'please-go-to': 'silakan menuju',
  desk: 'loket',
  'desk-on-screen': 'loket yang tertera di layar',
  'called-again': 'panggilan ulang',
  'number-0': 'nol',
  'number-1': 'satu',
  'number-2': 'dua',
  'number-3': 'tiga',
  'number-4': 'empat',
  'number-5': 'lima',
  'number-6': 'enam',
  'number-7': 'tujuh',
  'number-8': 'delapan',
  'number-9': 'sembilan',
  'number-10': 'sepuluh',
  'number-11': 'sebelas',
  'number-100': 'seratus',
  teen: 'belas',
  tens: 'puluh',
  hundreds: 'ratus',
};

/** The Indonesian sentence as text: a comma where a long pause stands. */
function indonesian(number: string, label: string, more: Partial<Call> = {}): string {
  return callSentence(call(number, label, more), hasShipped)
    .filter(({ language, clip }) => language === 'id' && clip !== 'chime')
    .map(({ clip, pause }) => {
      const words = clip.startsWith('letter-') ? clip.slice(7).toUpperCase() : indonesianWords[clip];
      return `${words}${pause > 0.3 && pause < 0.6 ? ',' : ''}`;
    })
    .join(' ');
}

/** The words after "loket" for a desk of that label. */
function desk(label: string, language: Language = 'id'): string {
  const clips = callSentence(call('A-001', label, { language }), hasShipped)
    .filter((spoken) => spoken.language === language)
    .map((spoken) => spoken.clip);
  const words = clips.slice(clips.indexOf('please-go-to') + 1);
  return language === 'id'
    ? words.map((clip) => indonesianWords[clip] ?? clip).join(' ')
    : words.map((clip) => clip.replace(/^number-/, '')).join(' ');
}

test('a call is a chime and the sentence, the ticket by digits and the desk by value', () => {
  expect(callSentence(call('A-012', '3'), hasShipped)[0]).toEqual({
    language: 'id',
    clip: 'chime',
    pause: 0.1,
  });
  expect(indonesian('A-012', '3')).toBe('nomor antrean A, nol satu dua, silakan menuju loket tiga');
  expect(indonesian('A-012', '26')).toBe(
    'nomor antrean A, nol satu dua, silakan menuju loket dua puluh enam',
  );
});

test.each([
  ['A-001', 'A, nol nol satu,'],
  ['A-010', 'A, nol satu nol,'],
  ['A-999', 'A, sembilan sembilan sembilan,'],
  ['IM-015', 'I M, nol satu lima,'],
  ['IM-1000', 'I M, satu nol nol nol,'],
  ['K2-034', 'K, dua, nol tiga empat,'],
])('the number %s is read by letters and digits', (number, words) => {
  expect(indonesian(number, '1')).toBe(`nomor antrean ${words} silakan menuju loket satu`);
});

test.each([
  ['0', 'nol'],
  ['1', 'satu'],
  ['01', 'nol satu'],
  ['9', 'sembilan'],
  ['10', 'sepuluh'],
  ['11', 'sebelas'],
  ['12', 'dua belas'],
  ['19', 'sembilan belas'],
  ['20', 'dua puluh'],
  ['21', 'dua puluh satu'],
  ['26', 'dua puluh enam'],
  ['99', 'sembilan puluh sembilan'],
  ['100', 'seratus'],
  ['101', 'seratus satu'],
  ['110', 'seratus sepuluh'],
  ['111', 'seratus sebelas'],
  ['112', 'seratus dua belas'],
  ['120', 'seratus dua puluh'],
  ['200', 'dua ratus'],
  ['211', 'dua ratus sebelas'],
  ['999', 'sembilan ratus sembilan puluh sembilan'],
  ['1000', 'satu nol nol nol'],
])('desk %s is spoken in Indonesian as its value', (label, words) => {
  expect(desk(label)).toBe(`loket ${words}`);
});

test.each([
  ['1', '1'],
  ['11', '11'],
  ['12', '12'],
  ['20', '20'],
  ['21', '20 1'],
  ['100', '1 hundred'],
  ['101', '1 hundred and 1'],
  ['111', '1 hundred and 11'],
  ['999', '9 hundred and 90 9'],
  ['1000', '1 0 0 0'],
])('desk %s is spoken in English as its value', (label, words) => {
  expect(desk(label, 'en')).toBe(`desk ${words}`);
});

test('a desk that is not a plain number is spoken as far as that helps', () => {
  expect(desk('3A')).toBe('loket tiga letter-a');
  expect(desk('B12')).toBe('loket letter-b dua belas');
  expect(desk('Loket 7')).toBe('loket tujuh');
  expect(desk('C')).toBe('loket letter-c');
  expect(desk('Kasir')).toBe('loket yang tertera di layar');
  expect(desk('Ruang 2 A')).toBe('loket yang tertera di layar');
});

test("a hall's own recording of a desk's name is heard instead", () => {
  const clips = callSentence(
    call('A-001', 'Kasir 2'),
    (language, clip) => hasShipped(language, clip) || (language === 'id' && clip === 'desk-kasir-2'),
  );
  expect(clips.map(({ clip }) => clip).slice(-2)).toEqual(['please-go-to', 'desk-kasir-2']);
});

test('a recall says so first, in each language', () => {
  expect(indonesian('A-012', '3', { recall: true })).toBe(
    'panggilan ulang, nomor antrean A, nol satu dua, silakan menuju loket tiga',
  );
  const clips = callSentence(call('A-012', '3', { recall: true, language: 'en' }), hasShipped);
  expect(clips.filter(({ clip }) => clip === 'called-again').map(({ language }) => language)).toEqual([
    'id',
    'en',
  ]);
});

test('an English ticket is called in Indonesian first, then in English, with one chime', () => {
  const clips = callSentence(call('A-012', '3', { language: 'en' }), hasShipped);
  expect(clips.map(({ language, clip }) => `${language}/${clip}`)).toEqual([
    'id/chime',
    ...[
      'queue-number',
      'letter-a',
      'number-0',
      'number-1',
      'number-2',
      'please-go-to',
      'desk',
      'number-3',
    ].flatMap((clip) => `id/${clip}`),
    ...[
      'queue-number',
      'letter-a',
      'number-0',
      'number-1',
      'number-2',
      'please-go-to',
      'desk',
      'number-3',
    ].flatMap((clip) => `en/${clip}`),
  ]);
});

test('Javanese is heard only where every clip of the sentence was recorded, and then digit by digit', () => {
  const javanese = ['queue-number', 'please-go-to', 'desk', 'letter-a', 'number-0', 'number-1', 'number-2'];
  const languagesWith = (recorded: readonly string[]) =>
    new Set(
      callSentence(
        call('A-012', '12', { language: 'jv' }),
        (language, clip) => hasShipped(language, clip) || (language === 'jv' && recorded.includes(clip)),
      ).map(({ language }) => language),
    );
  expect(languagesWith([])).toEqual(new Set(['id']));
  expect(languagesWith(javanese.slice(1))).toEqual(new Set(['id']));
  expect(languagesWith(javanese)).toEqual(new Set(['id', 'jv']));
});

test('without its Indonesian sentence a call is a chime only, whatever other clips there are', () => {
  const clips = callSentence(
    call('A-012', '3', { language: 'en' }),
    (language, clip) => hasShipped(language, clip) && `${language}/${clip}` !== 'id/desk',
  );
  expect(clips.map(({ clip }) => clip)).toEqual(['chime']);
});

test('every prefix, digit and desk up to 999 has its clips in both languages', () => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const missing = new Set<string>();
  const note = (language: Language, clip: string) => {
    // A hall's own recording of a desk's name is asked for first; none comes with Antre.
    if (!hasShipped(language, clip) && !/^desk-[0-9]+$/.test(clip)) missing.add(`${language}/${clip}`);
    return hasShipped(language, clip);
  };
  for (const letter of letters)
    callSentence(call(`${letter}-987`, '1', { language: 'en', recall: true }), note);
  for (let number = 0; number <= 999; number++) {
    callSentence(call('Z9-0123456', String(number), { language: 'en' }), note);
  }
  expect(missing).toEqual(new Set());
});

test('who asked to be fetched is called twice at once, in Indonesian and in their language', () => {
  const spoken = (fetchMe: boolean, language: Language) =>
    callSentence(call('A-001', '3', { language, fetchMe }), hasShipped).map(
      (each) => `${each.language}/${each.clip}`,
    );
  const once = spoken(false, 'en');
  expect(once).toContain('en/please-go-to');
  expect(spoken(true, 'en')).toEqual([...once, ...once.slice(1)]);
  expect(once[0]).toBe('id/chime');
  expect(spoken(true, 'id')).toHaveLength(2 * spoken(false, 'id').length - 1);
});

test('after their call they hear, in each of their languages, that they may stay where they are', () => {
  const after = (more: Partial<Call>, names = false) =>
    afterCall(call('A-001', '3', more), hasShipped, { names }).map(
      ({ language, text }) => `${language}: ${text}`,
    );
  expect(after({})).toEqual([]);
  expect(after({ fetchMe: true })).toEqual(['id: Mohon tunggu di tempat. Petugas menjemput Anda.']);
  expect(after({ fetchMe: true, language: 'jv' }, true)).toEqual([
    'id: Dindukcapil',
    'id: Mohon tunggu di tempat. Petugas menjemput Anda.',
    'jv: Mangga dipun entosi ing papan. Petugas mapag panjenengan.',
  ]);
});

test('with names the counter is named after the number, in the languages in which it was recorded', () => {
  const own = new Set(['id/counter-dindukcapil']);
  const has = (language: Language, clip: string) =>
    hasShipped(language, clip) || own.has(`${language}/${clip}`);
  const spoken = (names: boolean, of = has) =>
    callSentence(call('A-001', '3', { language: 'en' }), of, { names }).map(
      ({ language, clip }) => `${language}/${clip}`,
    );
  const unnamed = spoken(false);
  expect(unnamed).not.toContain('id/counter-dindukcapil');
  const at = unnamed.indexOf('id/please-go-to');
  expect(spoken(true)).toEqual([...unnamed.slice(0, at), 'id/counter-dindukcapil', ...unnamed.slice(at)]);
  // A name that nobody recorded leaves no hole.
  expect(spoken(true, hasShipped)).toEqual(unnamed);
  expect(unrecordedName(call('A-001', '3'), hasShipped)).toBe('Dindukcapil');
  expect(unrecordedName(call('A-001', '3'), has)).toBe(null);
});
