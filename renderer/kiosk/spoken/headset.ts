import { isOfNumber, placeOfNumber } from './places';
import { arrive, end, entrySaid, hereOf, saying } from './speak';
import type { Outcome, Visit, VisitEvent, World } from './visit';

/** Ms within which a headset that was pulled out by mistake is back. */
const backWithinMs = 10_000;

/**
 * The headset came out: silence at once, since nobody knows who would hear what is said now. A number that was asked for is still
 * awaited, for whoever pressed the key for it.
 */
export function pullOut(visit: Visit, at: number): Outcome {
  return { visit: { ...visit, outSince: at, voicelessSince: null }, say: [], acts: [{ kind: 'hush' }] };
}

/** The headset is back in time: goes on where the visitor was, as everything stands now. */
function plugBack(visit: Visit, world: World, at: number): Outcome {
  const back: Visit = { ...visit, outSince: null, endAsked: null, wasAway: world.isAway, reminders: 0 };
  const { scene, words, marked } = hereOf(back, world);
  if (back.place === 'welcome') return arrive(back, { place: 'welcome' }, world, at);
  const outcome = isOfNumber(back.place)
    ? arrive(back, { place: placeOfNumber(back, world, at) }, world, at)
    : saying(back, back.said.length > 0 ? back.said : entrySaid(marked, scene, words), at);
  return { ...outcome, say: [words.say('goesOn'), ...outcome.say] };
}

/**
 * What happens while the headset is out. Nothing is said and no key chooses anything, so that nothing is taken that nobody meant;
 * the visit ends by itself after a while, but not before the answer came to what was asked. The key that begins
 * the path begins it anew, for the next visitor. `goOn`: what the event does to somebody who hears.
 */
export function whileOut(
  visit: Visit & { readonly outSince: number },
  event: VisitEvent,
  world: World,
  parts: { readonly begin: () => Outcome; readonly goOn: (heard: Visit) => Outcome },
): Outcome {
  const { at } = event;
  const unchanged: Outcome = { visit, say: [], acts: [] };
  const isAwaiting = visit.place === 'asking' || visit.deciding !== null;
  switch (event.kind) {
    case 'headset-in':
      return plugBack(visit, world, at);
    case 'key':
      return event.key === 'help' && !isAwaiting ? parts.begin() : unchanged;
    case 'tick':
      if (isAwaiting) return inSilence(parts.goOn({ ...visit, outSince: null }), visit.outSince, at);
      return at - visit.outSince < backWithinMs ? unchanged : end([]);
    case 'end-asked':
      return isAwaiting ? unchanged : end([]);
    // What was asked for is answered: whoever asked may come back for it from now on.
    case 'given':
    case 'refused':
    case 'decided':
      return inSilence(parts.goOn({ ...visit, outSince: null }), at, at);
    default:
      return unchanged;
  }
}

/** What came of it without a word. */
function inSilence({ visit, acts }: Outcome, outSince: number, at: number): Outcome {
  return { visit: visit && { ...visit, outSince, speaksUntil: at, quietSince: at }, say: [], acts };
}
