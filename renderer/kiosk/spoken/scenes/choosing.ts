import type { MenuCounter, MenuService } from '../../../../electron/contract/site';
import { aroundWords, waitWords } from '../../../../electron/texts/wait-words';
import { kioskTexts } from '../../../i18n/kiosk-texts';
import type { Utterance } from '../../../voice/speech';
import { toldOf } from '../../counter/told-of';
import { groupNames } from '../../group-names';
import { priorityNames } from '../../priority-names';
import { chosenCounter, chosenService, offeredCounters, offeredGroups } from '../offered';
import type { Wording } from '../wording';
import { plainEntry, type Scene, type SceneParts } from './scene';

/** The kinds of institutions, with how many counters each has. */
export function groupsScene({ world, words }: SceneParts): Scene {
  const { counters = [], kiosk } = world;
  return {
    intro: [words.say('groups')],
    entries: offeredGroups(world).map((group) => ({
      id: group,
      label: [
        words.shown(groupNames[group], { city: kiosk?.city ?? '' }),
        words.say('countersInGroup', { count: counters.filter((each) => each.group === group).length }),
      ],
      choice: { kind: 'group', group },
    })),
  };
}

/** Counters, each with what people come for, whether it gives numbers, who waits and for how long. */
export function countersScene({ visit, world, words }: SceneParts): Scene {
  const counters = offeredCounters(visit, world);
  return {
    intro: [words.say(counters.length === 0 ? 'noCounters' : 'counters')],
    entries:
      counters.length === 0
        ? [plainEntry(words.say('back'), { kind: 'back' })]
        : counters.map((counter) => ({
            id: counter.id,
            label: [
              words.name(counter.name),
              ...(counter.hint.id === '' ? [] : [words.name(counter.hint)]),
              standingSaid(counter, counter.line ?? counter, words),
            ],
            choice: { kind: 'counter', counterId: counter.id },
          })),
  };
}

/** Why a counter or service gives no number, when it will, and what else can be done. */
export function shutScene({ visit, world, words }: SceneParts): Scene {
  const counter = chosenCounter(visit, world);
  const shut = chosenService(visit, world) ?? counter;
  const texts = kioskTexts(words.language);
  if (counter?.status === 'open' && shut?.status === 'open') {
    // It opened while the visitor was told of it.
    return {
      intro: [words.name(shut.name), standingSaid(shut, counter.line ?? shut, words)],
      entries: [
        plainEntry(words.say('continue'), { kind: 'counter', counterId: counter.id }),
        plainEntry(words.say('otherCounter'), { kind: 'other-counter' }),
        plainEntry(words.say('finish'), { kind: 'finish' }),
      ],
    };
  }
  const told = shut && toldOf(shut, texts, world.kiosk?.timezone ?? 'Asia/Jakarta');
  return {
    intro: [
      ...(shut ? [words.name(shut.name)] : []),
      told ? words.sentence(told.text) : words.say('gone'),
      words.say('shutNote'),
    ],
    entries: [
      plainEntry(words.say('otherCounter'), { kind: 'other-counter' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
  };
}

/** The services of the chosen counter, those too that give no numbers now. */
export function servicesScene({ visit, world, words }: SceneParts): Scene {
  const counter = chosenCounter(visit, world);
  return {
    intro: [...(counter ? [words.name(counter.name)] : []), words.say('services')],
    entries: (counter?.services ?? []).map((service) => ({
      id: service.id,
      // The line that all share was told with the counter.
      label:
        counter?.line && service.status === 'open'
          ? [words.name(service.name)]
          : [words.name(service.name), standingSaid(service, service, words)],
      choice: { kind: 'service', serviceId: service.id },
    })),
  };
}

/** What to bring, line by line. */
export function documentsScene({ visit, world, words }: SceneParts): Scene {
  const service = chosenService(visit, world);
  const { language } = words;
  const lines = service?.documents.id.map((line, index): Utterance => {
    const own = service.documents[language]?.[index];
    return own ? { language, text: own } : { language: 'id', text: line };
  });
  return {
    intro: [
      ...(service ? [words.name(service.name)] : []),
      words.say('documents', { count: lines?.length ?? 0 }),
      ...(lines ?? []),
      words.shown('bringMissing'),
    ],
    entries: [
      plainEntry(words.say('goOn'), { kind: 'go-on' }),
      plainEntry(words.say('hearAgain'), { kind: 'hear-again' }),
    ],
  };
}

/** Whether to go first, and why; who can't see may everywhere where the law's reasons are all known. */
export function priorityScene({ visit, world, words }: SceneParts): Scene {
  const offered = chosenService(visit, world)?.priorities ?? [];
  const inOrder = [...offered].sort((one, other) => rank(one) - rank(other));
  return {
    intro: [words.say('priority')],
    entries: [
      ...inOrder.map((priority) =>
        plainEntry(words.shown(priorityNames[priority]), { kind: 'priority', priority }, priority),
      ),
      plainEntry(words.shown('priorityNone'), { kind: 'priority', priority: null }, 'none'),
    ],
  };
}

/** Whether an officer is to fetch the visitor when the number is called. */
export function fetchScene({ words }: SceneParts): Scene {
  return {
    intro: [words.say('fetch')],
    entries: [
      plainEntry(words.say('fetchYes'), { kind: 'fetch', fetchMe: true }, 'yes'),
      plainEntry(words.say('fetchNo'), { kind: 'fetch', fetchMe: false }, 'no'),
    ],
  };
}

/** Of the reasons to go first the one that most on this path have comes first. */
function rank(priority: string): number {
  return priority === 'disability' ? 0 : 1;
}

/** What was chosen, once more, before a number is taken. */
export function takeScene({ visit, world, words }: SceneParts): Scene {
  const counter = chosenCounter(visit, world);
  const service = chosenService(visit, world);
  if (!counter || !service) {
    return {
      intro: [words.say('gone')],
      entries: [plainEntry(words.say('otherCounter'), { kind: 'other-counter' })],
    };
  }
  const { priority } = visit.chosen;
  return {
    intro: [
      words.say('summary'),
      words.name(counter.name),
      words.name(service.name),
      standingSaid(service, counter.line ?? service, words),
      ...(service.servedToday?.sentence ? [words.name(service.servedToday.sentence)] : []),
      ...(priority
        ? [words.shown('priorityTaken', { reason: words.shown(priorityNames[priority]).text })]
        : []),
      ...(visit.chosen.fetchMe ? [words.say('fetchChosen')] : []),
    ],
    entries: [
      plainEntry(words.say('take'), { kind: 'take' }),
      plainEntry(words.say('otherCounter'), { kind: 'other-counter' }),
    ],
  };
}

interface Line {
  readonly waiting: number;
  readonly estimate?: MenuService['estimate'];
  readonly calledAround?: MenuService['calledAround'];
}

/** Whether it gives numbers, how many wait and about how long: "Buka, dua belas orang menunggu, sekitar empat puluh menit." */
function standingSaid(of: MenuCounter | MenuService, line: Line, words: Wording): Utterance {
  const { language } = words;
  const reason = of.reason && (of.reason[language] || of.reason.id);
  if (of.status !== 'open') return words.say('shut', { reason: reason ?? '' });
  const { t } = kioskTexts(language);
  const people = line.waiting === 0 ? words.say('nobodyWaits').text : t('waiting', { count: line.waiting });
  const wait = line.estimate && waitWords(line.estimate, language);
  const around = line.calledAround && aroundWords(line.calledAround, language);
  const known = reason && reason.charAt(0).toLowerCase() + reason.slice(1);
  return words.say('open', { standing: [known, people, wait, around].filter(Boolean).join(', ') });
}
