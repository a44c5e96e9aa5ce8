import { pullOut, whileOut } from './headset';
import { newestTicket } from './number-held';
import { onKey } from './on-key';
import { isOfNumber, placeOfNumber, stateOfNumber } from './places';
import { breakSilence, endForScreen } from './quiet';
import { paperSaid } from './scenes/with-a-number';
import { arrive, entrySaid, hereOf, saying } from './speak';
import { type Outcome, usualVolume, type Visit, type VisitEvent, type World } from './visit';
import { endVoiceless, withoutVoice } from './without-voice';
import { wordingIn } from './wording';

/** An answer that doesn't come by then never does, in ms: whoever asks has patience for a minute. */
const answerWithinMs = 90_000;

/** Whoever has said to be here is left in peace for so many ms, however often the screen is touched. */
const notAskedAgainMs = 30_000;

const nobody: Outcome = { visit: null, say: [], acts: [] };

/**
 * The spoken path: what an event does to a visit, what is said of it, and what is to be done. `visit` null: nobody is on the path;
 * the help key or a headset begins one, nothing else does.
 */
export function step(visit: Visit | null, event: VisitEvent, world: World): Outcome {
  const { at } = event;
  if (!visit) return isStart(event) ? begin(world, at) : nobody;
  const { outSince } = visit;
  if (outSince !== null) {
    return whileOut({ ...visit, outSince }, event, world, {
      begin: () => begin(world, at),
      goOn: (heard) => step(heard, event, world),
    });
  }
  switch (event.kind) {
    case 'key':
      return onKey({ ...visit, reminders: 0, quietSince: at, voicelessSince: null }, event.key, world, at);
    case 'spoken': {
      if (event.outcome === 'unsaid') return withoutVoice(visit, world, at);
      const voiced = [...new Set([...visit.voiced, visit.language])];
      const heard = { ...visit, voiced, voicelessSince: null, quietSince: at };
      return newsOf(heard, world, at) ?? unchanged(heard);
    }
    case 'tick':
      return passTime(visit, world, at);
    case 'news':
      return newsOf(visit, world, at) ?? unchanged(visit);
    case 'given': {
      const now = { givenAt: at, trail: [], refusal: null, reminders: 0, wasAway: false };
      const given = { ...visit, ...now, ticket: event.ticket };
      return arrive(given, { place: placeOfNumber(given, world, at) }, world, at);
    }
    case 'refused': {
      const { code, opensAt } = event;
      const refused = { ...visit, refusal: { code, opensAt }, reminders: 0 };
      return arrive(refused, { place: 'refused' }, world, at);
    }
    case 'decided': {
      if (event.ticket === null) return unchanged({ ...visit, deciding: null });
      const decided = { ...visit, deciding: null, ticket: event.ticket };
      return arrive(decided, { place: placeOfNumber(decided, world, at) }, world, at);
    }
    case 'end-asked': {
      const { endAsked, keptAt } = visit;
      if (endAsked !== null || (keptAt !== null && at - keptAt < notAskedAgainMs)) return unchanged(visit);
      const asked = { ...visit, endAsked: at };
      return saying(asked, [wordingIn(visit.language).say('endAsked')], at, { isRepeated: false });
    }
    case 'show-text':
      return unchanged({ ...visit, isShown: event.isShown });
    case 'headset-in': {
      const here = { ...visit, endAsked: null };
      return here.place === 'welcome'
        ? arrive(here, { place: 'welcome' }, world, at)
        : saying(here, here.said, at);
    }
    case 'headset-out':
      return pullOut(visit, at);
  }
}

function isStart(event: VisitEvent): boolean {
  return event.kind === 'headset-in' || (event.kind === 'key' && event.key === 'help');
}

function begin(world: World, at: number): Outcome {
  const visit: Visit = {
    place: 'welcome',
    marked: null,
    trail: [],
    chosen: { group: null, counterId: null, serviceId: null, priority: null, fetchMe: null },
    language: 'id',
    mute: [],
    voiced: [],
    voicelessSince: null,
    volume: usualVolume,
    isShown: false,
    refusal: null,
    ticket: null,
    givenAt: null,
    toldOfNumber: '',
    deciding: null,
    said: [],
    quietSince: null,
    speaksUntil: at,
    reminders: 0,
    begun: at,
    since: at,
    endAsked: null,
    keptAt: null,
    outSince: null,
    wasAway: world.isAway,
  };
  if (!world.isAway) return arrive(visit, { place: 'welcome' }, world, at);
  return saying({ ...visit, marked: 'go-on' }, [wordingIn('id').say('away')], at);
}

function unchanged(visit: Visit): Outcome {
  return { visit, say: [], acts: [] };
}

function passTime(visit: Visit, world: World, at: number): Outcome {
  if (visit.place === 'asking' && at - visit.since > answerWithinMs) {
    return step(visit, { kind: 'refused', code: 'unheard', opensAt: null, at }, world);
  }
  const heard = visit.quietSince === null && at > visit.speaksUntil ? { ...visit, quietSince: at } : visit;
  return (
    endForScreen(heard, at) ??
    endVoiceless(heard, world, at) ??
    newsOf(heard, world, at) ??
    breakSilence(heard, world, at) ??
    unchanged(heard)
  );
}

/** Tells what has changed and must be heard: that the line is cut or back; of a number, once nothing else is being said. */
function newsOf(visit: Visit, world: World, at: number): Outcome | null {
  if (visit.ticket === null) return newsOfLine(visit, world, at);
  if (!isOfNumber(visit.place) || visit.quietSince === null || visit.deciding !== null) return null;
  if (visit.wasAway && !world.isAway) return numberAgain(visit, world, at);
  const state = stateOfNumber(visit, world, at);
  if (state === visit.toldOfNumber) return null;
  const place = placeOfNumber(visit, world, at);
  const told = { ...visit, reminders: 0 };
  const ticket = newestTicket(visit, world);
  if (place !== 'ticket' || visit.place !== 'ticket' || !ticket) return arrive(told, { place }, world, at);
  const words = wordingIn(visit.language);
  const { desk } = ticket;
  const say = desk ? [words.shown('called', { desk: desk.label })] : paperSaid(ticket, world.kiosk, words);
  return saying({ ...told, toldOfNumber: state }, say, at);
}

/** Says it once more to who may not have heard it for the line. */
function numberAgain(visit: Visit, world: World, at: number): Outcome {
  const back = { ...visit, wasAway: false, reminders: 0 };
  const outcome = arrive(back, { place: placeOfNumber(back, world, at) }, world, at);
  return { ...outcome, say: [wordingIn(visit.language).say('backAgain'), ...outcome.say] };
}

function newsOfLine(visit: Visit, world: World, at: number): Outcome | null {
  if (world.isAway === visit.wasAway) return null;
  const now = { ...visit, wasAway: world.isAway, reminders: 0 };
  const { scene, words, marked } = hereOf(now, world);
  if (world.isAway) return saying(now, [words.say('away')], at, { isRepeated: false });
  if (visit.place === 'welcome') return arrive(now, { place: 'welcome' }, world, at);
  return saying(now, [words.say('backAgain'), ...entrySaid(marked, scene, words)], at);
}
