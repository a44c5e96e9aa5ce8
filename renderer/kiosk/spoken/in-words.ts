import type { Language } from '../../../electron/contract/languages';
import { catalogue } from '../../../electron/texts/catalogue';
import type spokenIndonesian from '../../../electron/texts/id/spoken.json';
import type voiceIndonesian from '../../../electron/texts/id/voice.json';
import { valueClips } from '../../voice/number-clips';
import { javaneseNumber } from './javanese-numbers';

/** The prompts of the spoken path. */
export const prompts = catalogue<typeof spokenIndonesian>(
  import.meta.glob('../../../electron/texts/*/spoken.json', { eager: true, import: 'default' }),
);
export type Prompt = keyof typeof spokenIndonesian;

/** What each recorded clip of a number says. */
const clips = catalogue<typeof voiceIndonesian>(
  import.meta.glob('../../../electron/texts/*/voice.json', { eager: true, import: 'default' }),
);

const mostInWords = 999;
/** With the word for it where there is one, `pukul 08.00`. */
const timeOfDay = /(?:\b(?:pukul|tabuh) )?\b(\d{1,2})[.:](\d{2})\b/g;

/** A number as people say it, `empat puluh`; above 999 as figures, which voices read by themselves. */
export function numberInWords(value: number, language: Language): string {
  if (!Number.isInteger(value) || value < 0 || value > mostInWords) return String(value);
  if (language === 'jv') return javaneseNumber(value);
  const say = clips.in(language);
  return valueClips(language, String(value))
    .map((clip) => say(clip as Parameters<typeof say>[0]))
    .join(' ');
}

/**
 * A sentence with its figures in words, so that every voice says them alike: times (`08.00`), ranges (`3–4`), halves (`1½`) and
 * whole numbers. Figures that belong to a name (`AK-1`) stay as they are.
 */
export function inWords(sentence: string, language: Language): string {
  const say = prompts.in(language);
  const figure = (digits: string) => numberInWords(Number(digits), language);
  const half = (digits: string) =>
    digits === '' ? say('half') : say('andHalf', { number: numberInWords(Number(digits), language) });
  return sentence
    .replace(timeOfDay, (_time, hour: string, minute: string) => {
      const said = { hour: figure(hour), minutes: figure(minute) };
      const few = Number(minute) < 10 ? 'fewMinutes' : 'hourAndMinutes';
      return say('clock', { time: say(Number(minute) === 0 ? 'wholeHour' : few, said) });
    })
    .replace(/(\d*)½/g, (_half, digits: string) => half(digits))
    .replace(/(?<=\S)–(?=\S)/g, ` ${say('to')} `)
    .replace(/(?<![\p{L}\d-])\d+(?![\p{L}\d]|-\p{L})/gu, figure);
}

/** A ticket's number letter by letter and digit by digit, as it will be called: `D, nol satu dua`. */
export function ticketNumberInWords(number: string, language: Language): string {
  const groups = number.toUpperCase().match(/[A-Z]+|[0-9]+/g) ?? [];
  return groups
    .map((group) =>
      /[0-9]/.test(group)
        ? Array.from(group, (digit) => numberInWords(Number(digit), language)).join(' ')
        : Array.from(group).join(' '),
    )
    .join(', ');
}
