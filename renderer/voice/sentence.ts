import { bareLabel, clipOfName, isSpelledLabel } from '../../electron/contract/clip-names';
import type { Language } from '../../electron/contract/common';
import type { Call } from '../../electron/contract/lobby';
import { clipOfCharacter, valueClips } from './number-clips';

/** One recorded clip, and the silence that follows it before the next, in seconds at the recorded speed. */
export interface SpokenClip {
  readonly language: Language;
  /** By `README.md` beside this file: `chime`, `queue-number`, `letter-a`, `number-7`. */
  readonly clip: string;
  readonly pause: number;
}

/** Between words that belong together: "dua puluh enam". */
export const together = 0.03;
/** Between the digits of a ticket's number, so that each is heard by itself. */
export const apart = 0.14;
/** Where a comma stands. */
export const comma = 0.34;
/** Before the sentence is said in another language. */
export const stop = 0.7;

/**
 * What is heard for a call: the chime, the sentence in Indonesian, and then in the ticket's own language where that
 * differs and every clip it needs is there. "Nomor antrean A, nol satu dua, silakan menuju loket tiga."
 * A recall begins with "Panggilan ulang". A language that lacks a clip is left out rather than spoken with a hole,
 * so `has` decides whether Javanese is heard: it has no clips but those a hall records. With `names` the counter is named after
 * the number, "Dindukcapil", in the languages in which its name was recorded. Who asked to be fetched is called twice at once:
 * they can't read the number on the screen.
 */
export function callSentence(
  call: Call,
  has: (language: Language, clip: string) => boolean,
  { names = false }: { readonly names?: boolean } = {},
): SpokenClip[] {
  const languages: Language[] = call.language === 'id' ? ['id'] : ['id', call.language];
  const whole = (sentence: readonly SpokenClip[]) =>
    sentence.every(({ language, clip }) => has(language, clip));
  const [indonesian = [], ...others] = languages.map((language) =>
    sentenceIn(language, call, { has: (clip) => has(language, clip), names }),
  );
  // Never the other language alone: most of the hall would not know that somebody was called.
  const sentences = whole(indonesian) ? [indonesian, ...others.filter(whole)] : [];
  const once = sentences.flat();
  const said = call.fetchMe ? [...once, ...once] : once;
  return [{ language: 'id' as const, clip: 'chime', pause: 0.1 }, ...said].filter(({ language, clip }) =>
    has(language, clip),
  );
}

/**
 * The counter's Indonesian name where the hall didn't record it, or null: the machine says it at the end of the call, where it can,
 * since another voice within a sentence jars.
 */
export function unrecordedName(
  { counter }: { readonly counter: { readonly name: Pick<Call['counter']['name'], 'id'> } },
  has: (language: Language, clip: string) => boolean,
): string | null {
  const clip = clipOfName('counter', counter.name.id);
  return clip !== null && has('id', clip) ? null : counter.name.id;
}

function sentenceIn(
  language: Language,
  call: Call,
  { has, names }: { readonly has: (clip: string) => boolean; readonly names: boolean },
): SpokenClip[] {
  const say = (clips: readonly string[], within: number, after: number): SpokenClip[] =>
    clips.map((clip, index) => ({ language, clip, pause: index === clips.length - 1 ? after : within }));
  const name = names ? clipOfName('counter', call.counter.name.id) : null;
  const groups = call.number.toUpperCase().match(/[A-Z]+|[0-9]+/g) ?? [];
  return [
    ...(call.recall ? say(['called-again'], together, comma) : []),
    ...say(['queue-number'], together, 0.08),
    // "K2-012": the letters, then the counter's digit, then the number, each a group of its own.
    ...groups.flatMap((group) => say(Array.from(group, clipOfCharacter), apart, comma)),
    ...(name !== null && has(name) ? say([name], together, comma) : []),
    ...say(['please-go-to'], together, together),
    ...say(deskClips(language, call.desk.label, has), together, stop),
  ];
}

/**
 * The clips that name a desk: "loket dua puluh enam", "loket tiga A". A label in words ("Kasir") is said by the clip
 * a hall has recorded for it, or else as the desk that the screen shows, since spelling it helps nobody.
 */
function deskClips(language: Language, label: string, has: (clip: string) => boolean): string[] {
  const recorded = clipOfName('desk', label);
  if (recorded !== null && has(recorded)) return [recorded];
  if (!isSpelledLabel(label)) return ['desk-on-screen'];
  const parts =
    bareLabel(label)
      .toUpperCase()
      .match(/[A-Z]|[0-9]+/g) ?? [];
  return [
    'desk',
    ...parts.flatMap((part) => (/[0-9]/.test(part) ? valueClips(language, part) : clipOfCharacter(part))),
  ];
}
