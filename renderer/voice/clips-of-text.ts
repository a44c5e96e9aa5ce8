import { type Language, languages } from '../../electron/contract/languages';
import { apart, comma, type SpokenClip, stop, together } from './sentence';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../electron/texts/*/voice.json', {
  eager: true,
  import: 'default',
});

/** The clips of each language by what they say, in small letters: `nomor antrean` → `queue-number`. */
const clipsByWords = new Map(
  languages.map((language) => {
    const words = Object.entries(files[`../../electron/texts/${language}/voice.json`] ?? {});
    return [language, new Map(words.map(([clip, says]) => [says.toLowerCase(), clip]))] as const;
  }),
);
/** No clip says more words: "the desk shown on the screen". */
const mostWords = 6;

/**
 * The clips that say a text, where it is made of nothing else and all are there, as a number is: "Nomor antrean D, nol satu dua."
 * Null for any other text, so that none is said with a hole. Single capital letters and digits are read by their names.
 */
export function clipsOfText(
  language: Language,
  text: string,
  has: (language: Language, clip: string) => boolean,
): SpokenClip[] | null {
  const said: SpokenClip[] = [];
  for (const { words, pause } of partsOf(text)) {
    const clips = clipsOfWords(language, words);
    if (!clips?.every((clip) => has(language, clip))) return null;
    const isSpelled = clips.every((clip) => /^(letter-.|number-.)$/.test(clip));
    for (const [at, clip] of clips.entries()) {
      const isLast = at === clips.length - 1;
      said.push({ language, clip, pause: isLast ? pause : isSpelled ? apart : together });
    }
  }
  return said.length > 0 ? said : null;
}

/** The words between signs of a sentence, and the pause that each sign asks for. */
function partsOf(text: string): { readonly words: readonly string[]; readonly pause: number }[] {
  return [...text.matchAll(/([^,.;:!?]+)([,.;:!?]*)/g)]
    .map(([, part = '', sign = '']) => ({
      words: part.split(/\s+/).filter(Boolean),
      pause: sign.startsWith(',') ? comma : stop,
    }))
    .filter(({ words }) => words.length > 0);
}

function clipsOfWords(language: Language, words: readonly string[]): string[] | null {
  const known = clipsByWords.get(language);
  const clips: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    if (/^[A-Z]$/.test(word)) {
      clips.push(`letter-${word.toLowerCase()}`);
      at += 1;
      continue;
    }
    if (/^[0-9]$/.test(word)) {
      clips.push(`number-${word}`);
      at += 1;
      continue;
    }
    let length = Math.min(mostWords, words.length - at);
    const phrase = () =>
      known?.get(
        words
          .slice(at, at + length)
          .join(' ')
          .toLowerCase(),
      );
    while (length > 0 && phrase() === undefined) length -= 1;
    const clip = phrase();
    if (clip === undefined || length === 0) return null;
    clips.push(clip);
    at += length;
  }
  return clips;
}
