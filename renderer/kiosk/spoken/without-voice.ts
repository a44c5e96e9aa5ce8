import { keysSaid } from './scenes/at-the-door';
import { arrive, end, entrySaid, hereOf, saying } from './speak';
import type { Outcome, Visit, World } from './visit';
import { wordingIn } from './wording';

/** Within so many ms a line that was cut just now is known to be cut. */
const cutKnownWithinMs = 3_000;

/**
 * Nothing could say a sentence. With the line cut that is why, and it is told by what was made ready for it. What had a voice a moment
 * ago may be wanting it because the line is cut and nobody knows yet: that is waited for. Else the language has no voice.
 */
export function withoutVoice(visit: Visit, world: World, at: number): Outcome {
  if (world.isAway) return visit.voicelessSince === null ? tellAway(visit, at) : end([]);
  const lost = lostLanguage(visit);
  if (lost !== undefined && !visit.voiced.includes(lost)) return withoutLanguage(visit, world, at);
  const waiting = { ...visit, voicelessSince: visit.voicelessSince ?? at, quietSince: at };
  return { visit: waiting, say: [], acts: [] };
}

/** Ends the wait for what is the matter with the voice; null where nobody waits for that, or for some moments more. */
export function endVoiceless(visit: Visit, world: World, at: number): Outcome | null {
  const { voicelessSince, quietSince } = visit;
  if (voicelessSince === null || quietSince === null) return null;
  if (world.isAway) return tellAway(visit, at);
  if (at - voicelessSince < cutKnownWithinMs) return null;
  return withoutLanguage({ ...visit, voicelessSince: null }, world, at);
}

function tellAway(visit: Visit, at: number): Outcome {
  const told = { ...visit, voicelessSince: visit.voicelessSince ?? at, wasAway: true };
  return saying(told, [wordingIn(visit.language).say('away')], at, { isRepeated: false });
}

/** Of several languages the one that came last is taken for it: sentences are said in order, and those before it were heard. */
function lostLanguage({ said }: Visit) {
  return [...said].reverse().find(({ language }) => language !== 'id')?.language;
}

/** Goes on without a language that has no voice, in Indonesian; where Indonesian has none, nobody is kept in silence. */
function withoutLanguage(visit: Visit, world: World, at: number): Outcome {
  const lost = lostLanguage(visit);
  if (lost === undefined) return end([]);
  const isOwn = visit.language === lost;
  const going: Visit = {
    ...visit,
    mute: [...visit.mute, lost],
    language: isOwn ? 'id' : visit.language,
    said: [],
  };
  const { scene, words, marked } = hereOf(going, world);
  if (visit.place === 'welcome') {
    return saying(
      going,
      [...keysSaid({ visit: going, world, words }), ...entrySaid(marked, scene, words)],
      at,
    );
  }
  const again = arrive(going, { place: visit.place, marked: visit.marked }, world, at);
  return { ...again, say: [wordingIn('id').say('noVoice'), ...again.say] };
}
