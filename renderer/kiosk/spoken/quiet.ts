import { end, entrySaid, hereOf, saying } from './speak';
import type { Outcome, Visit, World } from './visit';
import { wordingIn } from './wording';

/** Ms of silence after which something is said, while the visitor thinks, and while the kiosk works. */
const quietMs = 15_000;
const workingMs = 8_000;
/** Longer than the touched path gives, and prolonged by any key. */
const leastIdleMs = 90_000;
const longerThanTouched = 3;
/** As long as a hall may give on the touched path. */
const mostIdleMs = 300_000;
/** How often it is asked whether somebody is there, before the visit ends. */
const questions = 2;

/** Nobody on the path hears nothing for longer, in ms: the longest pause, and what a tick takes. */
export const longestSilenceMs = quietMs + 2_000;

/** Breaks a silence: says once more where the visitor is, asks whether somebody is there, and at last ends the visit. */
export function breakSilence(visit: Visit, world: World, at: number): Outcome | null {
  if (visit.quietSince === null || at - visit.quietSince < workingMs) return null;
  const { scene, words, marked } = hereOf(visit, world);
  const isWorking = scene.waiting !== undefined || visit.deciding !== null;
  if (at - visit.quietSince < (isWorking ? workingMs : quietMs)) return null;
  const told = { ...visit, reminders: visit.reminders + 1 };
  const touchedMs = (world.kiosk?.idleSeconds ?? 0) * 1000;
  const idleMs = Math.min(mostIdleMs, Math.max(leastIdleMs, touchedMs * longerThanTouched));
  const before = Math.ceil(idleMs / quietMs);
  const once = { isRepeated: false };
  if (visit.place !== 'asking' && told.reminders > before) {
    return told.reminders > before + questions
      ? end([words.say('timeOver')])
      : saying(told, [words.say('stillThere')], at, once);
  }
  const hint = world.isAway && visit.ticket === null ? [words.say('away')] : [];
  if (scene.waiting) return saying(told, [...hint, scene.waiting], at, once);
  if (visit.deciding !== null) return saying(told, [words.say('stillAsking')], at, once);
  if (hint.length > 0) return saying(told, hint, at, once);
  return saying(told, [...entrySaid(marked, scene, words), words.say('remind')], at, once);
}

/** Whether somebody at the screen who wants to end it has waited long enough for a key. */
export function endForScreen(visit: Visit, at: number): Outcome | null {
  const isOver = visit.endAsked !== null && at - visit.endAsked >= quietMs;
  return isOver ? end([wordingIn(visit.language).say('timeOver')]) : null;
}
