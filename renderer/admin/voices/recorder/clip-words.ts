import type { AdminVoiceClip } from '../../../../electron/contract/admin-voices';
import type { Language } from '../../../../electron/contract/common';

const fixed: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'queue-number': 'nomor antrean',
    'please-go-to': 'silakan menuju',
    desk: 'loket',
    'desk-on-screen': 'loket yang tertera di layar',
    'called-again': 'panggilan ulang',
    teen: 'belas',
    tens: 'puluh',
    hundreds: 'ratus',
  },
  en: {
    'queue-number': 'number',
    'please-go-to': 'please go to',
    desk: 'desk',
    'desk-on-screen': 'the desk shown on the screen',
    'called-again': 'called again',
    hundred: 'hundred',
    and: 'and',
  },
  jv: {
    'queue-number': 'nomer antrian',
    'please-go-to': 'mangga dhateng',
    desk: 'loket',
    'desk-on-screen': 'loket ingkang katulis ing layar',
    'called-again': 'katimbalan malih',
  },
};

const numbers: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  id: {
    ...[
      'nol',
      'satu',
      'dua',
      'tiga',
      'empat',
      'lima',
      'enam',
      'tujuh',
      'delapan',
      'sembilan',
      'sepuluh',
      'sebelas',
    ],
    100: 'seratus',
  },
  en: {
    ...[
      'zero',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
    ],
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty',
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
  },
  jv: { ...['nol', 'setunggal', 'kalih', 'tiga', 'sekawan', 'gangsal', 'enem', 'pitu', 'wolu', 'sanga'] },
};

/** Letters' names where they are written otherwise; in English and Javanese the letter itself is read. */
const indonesianLetters: Readonly<Record<string, string>> = {
  ...{
    a: 'a',
    b: 'bé',
    c: 'cé',
    d: 'dé',
    e: 'é',
    f: 'èf',
    g: 'gé',
    h: 'ha',
    i: 'i',
    j: 'jé',
    k: 'ka',
    l: 'èl',
    m: 'èm',
  },
  ...{
    n: 'èn',
    o: 'o',
    p: 'pé',
    q: 'ki',
    r: 'èr',
    s: 'ès',
    t: 'té',
    u: 'u',
    v: 'vé',
    w: 'wé',
    x: 'èks',
    y: 'yé',
    z: 'zèt',
  },
};

/**
 * What is to be read out for a clip, as `renderer/voice/README.md` has it; null for the chime, which nobody says, and for a name
 * that the hall has no longer.
 */
export function wordsOfClip({ language, name, says }: Pick<AdminVoiceClip, 'language' | 'name' | 'says'>) {
  if (says !== null) return says;
  const letter = /^letter-([a-z])$/.exec(name)?.[1];
  if (letter) {
    const spoken = language === 'en' ? undefined : indonesianLetters[letter];
    return spoken && spoken !== letter ? `${letter.toUpperCase()} (${spoken})` : letter.toUpperCase();
  }
  const number = /^number-(\d+)$/.exec(name)?.[1];
  if (number !== undefined) return numbers[language][Number(number)] ?? number;
  return fixed[language][name] ?? null;
}
