import type { Language } from '../../../electron/contract/languages';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { CounterGroup, MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket, Priority } from '../../../electron/contract/tickets';
import type { Utterance } from '../../voice/speech';

/** What begins the path: the one key, or a headset that is plugged in. */
export type SpokenStart = 'help' | 'headset-in';

/** What a key of the pad does; a letter or digit goes to an entry of the list. */
export type SpokenKey =
  | 'up'
  | 'down'
  | 'choose'
  | 'back'
  | 'repeat'
  | 'help'
  | 'louder'
  | 'softer'
  | 'jump'
  | { readonly sign: string };

/** The steps of the path, each with a scene of its own (`scenes/`). */
export type Place =
  | 'welcome'
  | 'languages'
  | 'groups'
  | 'counters'
  | 'shut'
  | 'services'
  | 'documents'
  | 'priority'
  | 'fetch'
  | 'take'
  | 'asking'
  | 'refused'
  | 'ticket'
  | 'paperless'
  | 'ended'
  | 'help'
  | 'leave';

/** A stop on the way here, to which "back" leads. */
export interface Stop {
  readonly place: Place;
  readonly marked: string | null;
}

/** What a visitor has chosen so far. */
export interface Chosen {
  readonly group: CounterGroup | null;
  readonly counterId: string | null;
  readonly serviceId: string | null;
  readonly priority: Priority | null;
  /** Whether an officer is to fetch the visitor; null: not asked yet. */
  readonly fetchMe: boolean | null;
}

/** Somebody on the spoken path. */
export interface Visit extends Stop {
  readonly trail: readonly Stop[];
  readonly chosen: Chosen;
  readonly language: Language;
  /** Languages for which no voice was found. */
  readonly mute: readonly Language[];
  /** Languages in which something was said to its end. */
  readonly voiced: readonly Language[];
  /** Since when nothing can be said for a reason that isn't known yet, in ms of the page's stopwatch; null while there is a voice. */
  readonly voicelessSince: number | null;
  /** 1 … 10. */
  readonly volume: number;
  /** Whether what is said is shown in large letters. */
  readonly isShown: boolean;
  /** Why the last try got no number: the code of the problem, or `unheard` where no answer came. */
  readonly refusal: { readonly code: string; readonly opensAt: string | null } | null;
  /** As it was given, or as an act on it was answered. */
  readonly ticket: HolderTicket | null;
  /** When the number was given, in ms of the page's stopwatch. */
  readonly givenAt: number | null;
  /** What was told of the number (`stateOfNumber`). */
  readonly toldOfNumber: string;
  /** An answer about the number without paper is awaited. */
  readonly deciding: 'keep' | 'cancel' | null;
  /** What "repeat" says. */
  readonly said: readonly Utterance[];
  /** Since when nothing is being said, in ms of the page's stopwatch; null while something is. */
  readonly quietSince: number | null;
  /** When whatever is being said has ended for certain. */
  readonly speaksUntil: number;
  /** How often silence was broken since the last key. */
  readonly reminders: number;
  /** When the visit began, which tells it from others. */
  readonly begun: number;
  /** Since when the visitor is at this place. */
  readonly since: number;
  /** Since when somebody at the screen wants to end it, or null. */
  readonly endAsked: number | null;
  /** When that was answered last by going on, or null. */
  readonly keptAt: number | null;
  /** Since when the headset is out, or null. */
  readonly outSince: number | null;
  readonly wasAway: boolean;
}

/** The hall as it stands. */
export interface World {
  readonly counters: readonly MenuCounter[] | undefined;
  readonly kiosk: KioskSnapshot | undefined;
  /** The server can't be heard. */
  readonly isAway: boolean;
  /** The number that was given, as it was heard of last; null before. */
  readonly ticket: HolderTicket | null;
  /** The hall's time, ms since 1970. */
  readonly now: number;
}

/** What happens; `at` is the moment, in ms of the page's stopwatch. */
export type VisitEvent = { readonly at: number } & (
  | { readonly kind: 'key'; readonly key: SpokenKey }
  | { readonly kind: 'spoken'; readonly outcome: 'said' | 'unsaid' }
  /** Time passes: at least each second. */
  | { readonly kind: 'tick' }
  /** The hall, its line or the number changed. */
  | { readonly kind: 'news' }
  | { readonly kind: 'given'; readonly ticket: HolderTicket }
  | { readonly kind: 'refused'; readonly code: string; readonly opensAt: string | null }
  /** The answer about a number without paper; null: it was refused. */
  | { readonly kind: 'decided'; readonly ticket: HolderTicket | null }
  /** Somebody at the screen wants to end the spoken path. */
  | { readonly kind: 'end-asked' }
  | { readonly kind: 'show-text'; readonly isShown: boolean }
  | { readonly kind: 'headset-in' }
  | { readonly kind: 'headset-out' }
);

/** What is asked for once the path is gone through. */
export interface SpokenWish {
  readonly counterId: string;
  readonly serviceId: string;
  readonly priority: Priority | null;
  readonly language: Language;
  readonly fetchMe: boolean;
}

/** What is to be done besides speaking. */
export type Act =
  | { readonly kind: 'take'; readonly wish: SpokenWish }
  | { readonly kind: 'decide'; readonly choice: 'keep' | 'cancel'; readonly token: string }
  /** Falls silent at once. */
  | { readonly kind: 'hush' };

/** What comes of an event. */
export interface Outcome {
  /** Null: nobody is on the path any more, and the kiosk is as it always is. */
  readonly visit: Visit | null;
  /** What is said now, in place of whatever is being said; empty: nothing new. */
  readonly say: readonly Utterance[];
  readonly acts: readonly Act[];
}

export const usualVolume = 7;
export const loudest = 10;
/** What is never fallen below: a visitor who can't hear it would be stuck. */
export const softest = 2;
