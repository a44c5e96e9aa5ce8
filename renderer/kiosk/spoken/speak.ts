import type { Utterance } from '../../voice/speech';
import { placeOfNumber, stateOfNumber } from './places';
import type { Entry, Scene } from './scenes/scene';
import { sceneOf } from './scenes/scenes';
import type { Act, Outcome, Place, Stop, Visit, World } from './visit';
import { type Wording, wordingIn } from './wording';

/** The slowest voice needs so many ms for a letter, and so many to begin. */
const msALetter = 150;
const msToBegin = 5_000;

/** A visitor's place with all that belongs to it. */
export interface Here {
  readonly scene: Scene;
  readonly words: Wording;
  readonly marked: Entry | undefined;
  readonly index: number;
}

/** Where the visitor is, and which entry is marked there. */
export function hereOf(visit: Visit, world: World): Here {
  const words = wordingIn(visit.language);
  const scene = sceneOf({ visit, world, words });
  const index = scene.entries.findIndex(({ id }) => id === visit.marked);
  return { scene, words, marked: scene.entries[index], index };
}

/** Says something in place of whatever is being said. `isRepeated`: "repeat" says this. */
export function saying(
  visit: Visit,
  say: readonly Utterance[],
  at: number,
  { isRepeated = true, acts = [] }: { readonly isRepeated?: boolean; readonly acts?: readonly Act[] } = {},
): Outcome {
  const letters = say.reduce((sum, { text }) => sum + text.length, 0);
  const isSilent = letters === 0;
  return {
    visit: {
      ...visit,
      said: isRepeated && !isSilent ? say : visit.said,
      quietSince: isSilent ? visit.quietSince : null,
      speaksUntil: isSilent ? visit.speaksUntil : at + msToBegin + letters * msALetter,
    },
    say,
    acts,
  };
}

/** Comes to a place: says all of it, and marks its first entry or the one that was marked before. */
export function arrive(
  visit: Visit,
  { place, marked }: { readonly place: Place; readonly marked?: string | null },
  world: World,
  at: number,
): Outcome {
  const come: Visit = { ...visit, place, marked: marked ?? null, since: at };
  const { scene, marked: found, words } = hereOf(come, world);
  const first = found ?? scene.entries[0];
  const there = { ...come, marked: first?.id ?? null, toldOfNumber: toldAt(come, world, at) };
  return saying(there, [...scene.intro, ...entrySaid(first, scene, words)], at);
}

/** What is told of a number by coming to a place; nothing where it belongs to another place by now. */
function toldAt(visit: Visit, world: World, at: number): string {
  return placeOfNumber(visit, world, at) === visit.place ? stateOfNumber(visit, world, at) : '';
}

/** Goes on to a place, to which "back" leads from there. */
export function goTo(visit: Visit, place: Place, world: World, at: number): Outcome {
  const stop: Stop = { place: visit.place, marked: visit.marked };
  return arrive({ ...visit, trail: [...visit.trail, stop] }, { place }, world, at);
}

/** An entry as it is said, with its place in the list. */
export function entrySaid(entry: Entry | undefined, scene: Scene, words: Wording): readonly Utterance[] {
  if (!entry) return [];
  const all = scene.entries.length;
  if (all === 1) return entry.label;
  const place = scene.entries.indexOf(entry) + 1;
  return [...entry.label, words.say('position', { place, all })];
}

/** Ends the visit: whatever was changed for it goes with it. */
export function end(say: readonly Utterance[], acts: readonly Act[] = []): Outcome {
  return { visit: null, say, acts };
}
