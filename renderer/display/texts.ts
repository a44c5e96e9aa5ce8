import type { ToldStop } from '../../electron/contract/standing';
import { catalogue } from '../../electron/texts/catalogue';
import type displayIndonesian from '../../electron/texts/id/display.json';
import type stopsIndonesian from '../../electron/texts/id/stops.json';

const displayTexts = catalogue<typeof displayIndonesian>(
  import.meta.glob('../../electron/texts/*/display.json', { eager: true, import: 'default' }),
);

/** What the lobby screen says, in Indonesian; a ticket's other language is heard in its call. */
export const t = displayTexts.in('id');

/** What is said of a stop or its end, in all of the hall's languages. */
export const stopTexts = catalogue<typeof stopsIndonesian>(
  import.meta.glob('../../electron/texts/*/stops.json', { eager: true, import: 'default' }),
);

/** What is stopped, where its name has no room: by the letters of its numbers, as tickets have them. */
export function shortName({ letters }: ToldStop): string {
  return letters.length === 0 ? t('wholeHall') : t('numbersOf', { letters: letters.join(', ') });
}

/** What somebody typed, as a sentence: with one point at its end. */
export function asSentence(text: string): string {
  return `${text.replace(/[.\s]+$/, '')}.`;
}

/** `Loket 3`; a label that names itself ("Loket Kasir") is left alone. */
export function deskName(label: string): string {
  return /^loket\b/i.test(label) ? label : `${t('desk')} ${label}`;
}
