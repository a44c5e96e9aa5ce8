import { ticketNumberInWords } from './in-words';
import { chosenCounter, chosenService } from './offered';
import { isOfNumber, nextPlace, placeOfNumber } from './places';
import type { Choice, Entry } from './scenes/scene';
import { arrive, end, entrySaid, goTo, hereOf, saying } from './speak';
import { loudest, type Outcome, type Place, type SpokenKey, softest, type Visit, type World } from './visit';
import { wordingIn } from './wording';

/** So many entries further by one press. */
const jumped = 5;
/** Places where an answer of the server isn't needed to go on. */
const withoutServer: readonly Place[] = ['help', 'leave'];

/** What a key does. */
export function onKey(visit: Visit, key: SpokenKey, world: World, at: number): Outcome {
  const { scene, words, marked } = hereOf(visit, world);
  if (visit.endAsked !== null) {
    const going = { ...visit, endAsked: null, keptAt: at };
    return saying(going, [words.say('goesOn'), ...entrySaid(marked, scene, words)], at);
  }
  switch (key) {
    case 'louder':
    case 'softer':
      return turnVolume(visit, key === 'louder' ? 1 : -1, world, at);
    case 'repeat':
      return saying(visit, visit.said, at);
  }
  if (scene.entries.length === 0 || visit.deciding !== null) {
    return saying(visit, [scene.waiting ?? words.say('stillAsking')], at, { isRepeated: false });
  }
  if (isOfNumber(visit.place)) {
    const belongs = placeOfNumber(visit, world, at);
    if (belongs !== visit.place) return arrive(visit, { place: belongs }, world, at);
  }
  switch (key) {
    case 'help':
      return visit.place === 'help'
        ? arrive(visit, { place: 'help' }, world, at)
        : goTo(visit, 'help', world, at);
    case 'back':
      return goBack(visit, world, at);
  }
  const isStuck = world.isAway && visit.ticket === null && !withoutServer.includes(visit.place);
  if (isStuck) return saying(visit, [words.say('away')], at, { isRepeated: false });
  if (key !== 'choose') return move(visit, key, world, at);
  if (!marked) {
    // What was heard is there no longer: nothing is chosen that wasn't.
    const outcome = arrive(visit, { place: visit.place }, world, at);
    return { ...outcome, say: [words.say('changed'), ...outcome.say] };
  }
  return choose(visit, marked.choice, world, at);
}

function turnVolume(visit: Visit, by: 1 | -1, world: World, at: number): Outcome {
  const { scene, words, marked } = hereOf(visit, world);
  const volume = Math.min(loudest, Math.max(softest, visit.volume + by));
  const bound = by === 1 ? words.say('loudest') : words.say('softest');
  const said = volume === visit.volume ? bound : words.say('volume', { volume });
  const again = marked ? entrySaid(marked, scene, words) : [];
  return saying({ ...visit, volume }, [said, ...again], at, { isRepeated: false });
}

function goBack(visit: Visit, world: World, at: number): Outcome {
  const stop = visit.trail.at(-1);
  if (!stop) return goTo(visit, 'leave', world, at);
  const place = isOfNumber(stop.place) ? placeOfNumber(visit, world, at) : stop.place;
  return arrive({ ...visit, trail: visit.trail.slice(0, -1) }, { ...stop, place }, world, at);
}

/** Marks another entry and says it. */
function move(
  visit: Visit,
  key: Exclude<SpokenKey, 'choose' | 'back' | 'help'>,
  world: World,
  at: number,
): Outcome {
  const { scene, words, index } = hereOf(visit, world);
  const { entries } = scene;
  if (typeof key === 'object') {
    const found = entryOfSign(entries, index, key.sign);
    if (!found)
      return saying(visit, [words.say('nothingBySign', { sign: key.sign })], at, { isRepeated: false });
    return saying({ ...visit, marked: found.id }, entrySaid(found, scene, words), at);
  }
  const by = key === 'up' ? -1 : key === 'down' ? 1 : jumped;
  const wanted = index === -1 ? 0 : index + by;
  const to = entries[(wanted + entries.length) % entries.length];
  const isOver = wanted < 0 || wanted >= entries.length;
  const over = isOver && entries.length > 1 ? [words.say(wanted < 0 ? 'atTheEnd' : 'fromTheTop')] : [];
  return saying({ ...visit, marked: to?.id ?? null }, [...over, ...entrySaid(to, scene, words)], at);
}

/** By a digit the entry at that place, by a letter the next one that begins with it. */
function entryOfSign(entries: readonly Entry[], index: number, sign: string): Entry | undefined {
  if (/^[1-9]$/.test(sign)) return entries[Number(sign) - 1];
  const inTurn = [...entries.slice(index + 1), ...entries.slice(0, index + 1)];
  return inTurn.find(({ label }) => label[0]?.text.toLowerCase().startsWith(sign.toLowerCase()));
}

function choose(visit: Visit, choice: Choice, world: World, at: number): Outcome {
  const { chosen } = visit;
  const goOn = (changed: Visit) => goTo(changed, nextPlace(changed, world), world, at);
  switch (choice.kind) {
    case 'go-on':
      return goOn(visit);
    case 'back':
      return goBack(visit, world, at);
    case 'hear-again':
      return arrive(visit, { place: visit.place, marked: visit.marked }, world, at);
    case 'language':
      return goOn({ ...visit, language: choice.language });
    case 'group':
      return goOn({ ...visit, chosen: { ...chosen, group: choice.group } });
    case 'counter':
      return chooseCounter(visit, choice.counterId, world, at);
    case 'service':
      return chooseService({ ...visit, chosen: { ...chosen, serviceId: choice.serviceId } }, world, at);
    case 'priority':
      return goOn({ ...visit, chosen: { ...chosen, priority: choice.priority } });
    case 'fetch':
      return goOn({ ...visit, chosen: { ...chosen, fetchMe: choice.fetchMe } });
    case 'take':
      return take(visit, world, at);
    case 'decide':
      return decide(visit, choice.decision, at);
    case 'other-counter':
      return otherCounter(visit, world, at);
    case 'start-over':
      return startOver(visit, world, at);
    case 'show-text': {
      const { words } = hereOf(visit, world);
      const isShown = !visit.isShown;
      return saying({ ...visit, isShown }, [words.say(isShown ? 'textShown' : 'textHidden')], at);
    }
    case 'finish':
      return finish(visit);
  }
}

function chooseCounter(visit: Visit, counterId: string, world: World, at: number): Outcome {
  const wanted: Visit = { ...visit, chosen: { ...visit.chosen, counterId, serviceId: null, priority: null } };
  const counter = chosenCounter(wanted, world);
  if (counter?.status !== 'open') return goTo(wanted, 'shut', world, at);
  const [only, ...others] = counter.services;
  if (!only || others.length > 0) {
    return goTo(wanted, nextPlace({ ...wanted, place: 'counters' }, world), world, at);
  }
  return chooseService(
    { ...wanted, chosen: { ...wanted.chosen, serviceId: only.id } },
    world,
    at,
    'services',
  );
}

function chooseService(visit: Visit, world: World, at: number, asked: Place = visit.place): Outcome {
  if (chosenService(visit, world)?.status !== 'open') return goTo(visit, 'shut', world, at);
  // Another service may know other reasons to go first.
  const chosen = { ...visit.chosen, priority: null };
  return goTo({ ...visit, chosen }, nextPlace({ ...visit, chosen, place: asked }, world), world, at);
}

function take(visit: Visit, world: World, at: number): Outcome {
  const { counterId, serviceId, priority, fetchMe } = visit.chosen;
  if (counterId === null || serviceId === null) return otherCounter(visit, world, at);
  const wish = { counterId, serviceId, priority, language: visit.language, fetchMe: fetchMe === true };
  const asking = arrive(visit, { place: 'asking' }, world, at);
  return { ...asking, acts: [{ kind: 'take', wish }] };
}

function decide(visit: Visit, choice: 'keep' | 'cancel', at: number): Outcome {
  if (!visit.ticket) return end([]);
  const { token } = visit.ticket;
  const said = [wordingIn(visit.language).say('deciding')];
  return saying({ ...visit, deciding: choice }, said, at, { acts: [{ kind: 'decide', choice, token }] });
}

/** Back to the list from which the counter was chosen. */
function otherCounter(visit: Visit, world: World, at: number): Outcome {
  const passed = visit.trail.findIndex(({ place }) => place === 'counters');
  const stop = visit.trail[passed];
  if (!stop) return startOver(visit, world, at);
  return arrive({ ...visit, trail: visit.trail.slice(0, passed), ticket: null }, stop, world, at);
}

/** From the beginning, but for what belongs to the ears: volume and language stay. */
function startOver(visit: Visit, world: World, at: number): Outcome {
  const anew: Visit = {
    ...visit,
    place: 'languages',
    trail: [],
    chosen: { group: null, counterId: null, serviceId: null, priority: null, fetchMe: null },
    ticket: null,
    givenAt: null,
    refusal: null,
  };
  return arrive(anew, { place: nextPlace(anew, world) }, world, at);
}

function finish(visit: Visit): Outcome {
  const words = wordingIn(visit.language);
  const { ticket } = visit;
  const number = ticket && visit.place !== 'ended' && ticketNumberInWords(ticket.number, visit.language);
  return end([number ? words.say('thanksWithNumber', { number }) : words.say('thanks')]);
}
