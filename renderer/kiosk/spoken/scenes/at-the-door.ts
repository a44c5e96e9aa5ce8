import { languageTable } from '../../../../electron/contract/languages';
import { printerFault } from '../../printer-fault';
import { newestTicket } from '../number-held';
import { offeredLanguages } from '../offered';
import { wordingIn } from '../wording';
import { plainEntry, type Scene, type SceneParts } from './scene';

/** What the keys do, in the order in which they are wanted. */
export function keysSaid({ words }: SceneParts) {
  return [words.say('keysChoose'), words.say('keysBack'), words.say('keysHelp'), words.say('keysCut')];
}

/** Greets, and tells what the keys do; cut off by any of them. */
export function welcomeScene(parts: SceneParts): Scene {
  const { world, words, visit } = parts;
  const { kiosk } = world;
  const others = offeredLanguages(visit, world).filter((each) => each !== visit.language);
  const fault = kiosk && printerFault(kiosk);
  return {
    intro: [
      words.say('welcome', { hall: kiosk?.name ?? '' }),
      ...others.map((each) => wordingIn(each).say('welcomeOther')),
      ...(kiosk?.practice ? [words.say('practice')] : []),
      ...(kiosk && words.name(kiosk.notice).text !== '' ? [words.name(kiosk.notice)] : []),
      ...(fault
        ? [words.shown(fault), words.shown(kiosk?.paperlessAllowed ? 'withoutPaper' : 'noNumbers')]
        : []),
      ...keysSaid(parts),
    ],
    entries: [plainEntry(words.say('begin'), { kind: 'go-on' })],
  };
}

/** Each language in its own words. */
export function languagesScene({ visit, world, words }: SceneParts): Scene {
  return {
    intro: [words.say('languages')],
    entries: offeredLanguages(visit, world).map((language) => ({
      id: language,
      label: [{ language, text: languageTable[language].name }],
      choice: { kind: 'language', language },
    })),
  };
}

/** What the keys do once more, and what else can be done from anywhere. */
export function helpScene(parts: SceneParts): Scene {
  const { visit, words } = parts;
  return {
    intro: [words.say('help'), ...keysSaid(parts), words.say('keysFurther')],
    entries: [
      plainEntry(words.say('continue'), { kind: 'back' }),
      plainEntry(words.say('hearKeys'), { kind: 'hear-again' }),
      plainEntry(words.say(visit.isShown ? 'hideText' : 'showText'), { kind: 'show-text' }),
      plainEntry(words.say('startOver'), { kind: 'start-over' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
  };
}

/** Whether to end; nobody ends it by a single wrong key. */
export function leaveScene({ visit, world, words }: SceneParts): Scene {
  const isUndecided = newestTicket(visit, world)?.status === 'printing';
  return {
    intro: [words.say('leave'), ...(isUndecided ? [words.say('leaveUndecided')] : [])],
    entries: [
      plainEntry(words.say('continue'), { kind: 'back' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
  };
}
