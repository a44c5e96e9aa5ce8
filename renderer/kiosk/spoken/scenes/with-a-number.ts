import type { Problem } from '../../../../electron/contract/common';
import type { KioskSnapshot } from '../../../../electron/contract/operation';
import type { HolderTicket } from '../../../../electron/contract/tickets';
import { deskRange } from '../../../../electron/texts/desk-range';
import { aroundWords, waitWords } from '../../../../electron/texts/wait-words';
import { kioskTexts, type TextKey } from '../../../i18n/kiosk-texts';
import type { Utterance } from '../../../voice/speech';
import { toldOfRefusal } from '../../counter/told-of';
import { printerFault } from '../../printer-fault';
import { ticketNumberInWords } from '../in-words';
import { newestTicket } from '../number-held';
import type { Wording } from '../wording';
import { plainEntry, type Scene, type SceneParts } from './scene';

/** While the number is asked for. */
export function askingScene({ words }: SceneParts): Scene {
  return { intro: [words.say('asking')], entries: [], waiting: words.say('stillAsking') };
}

/** Why no number came, and what can be done instead. */
export function refusedScene({ visit, world, words }: SceneParts): Scene {
  const { refusal } = visit;
  const why =
    !refusal || refusal.code === 'unheard'
      ? words.say('unheard')
      : words.sentence(
          toldOfRefusal(
            refusal satisfies Pick<Problem, 'code' | 'opensAt'>,
            kioskTexts(words.language),
            world.kiosk?.timezone ?? 'Asia/Jakarta',
          ).text,
        );
  return {
    intro: [words.say('noNumber'), why, words.say('refusedNote')],
    entries: [
      plainEntry(words.say('tryAgain'), { kind: 'take' }),
      plainEntry(words.say('otherCounter'), { kind: 'other-counter' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
  };
}

const slots = { below: 'slotBelow', left: 'slotLeft', right: 'slotRight' } as const satisfies Record<
  KioskSnapshot['slot'],
  TextKey
>;

/** The number, twice, with all that the paper says; where the paper comes out. */
export function ticketScene({ visit, world, words }: SceneParts): Scene {
  const ticket = newestTicket(visit, world);
  if (!ticket) return endedScene({ visit, world, words });
  const isPrinting = ticket.status === 'printing';
  return {
    intro: [
      ...numberSaid(ticket, words),
      ...aheadSaid(ticket, words),
      ...paperSaid(ticket, world.kiosk, words),
    ],
    entries: [
      plainEntry(words.say('hearNumberAgain'), { kind: 'hear-again' }),
      plainEntry(words.say('anotherNumber'), { kind: 'start-over' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
    ...(isPrinting ? { waiting: words.say('stillPrinting') } : {}),
  };
}

function numberSaid({ number }: HolderTicket, words: Wording): Utterance[] {
  const said = { number: ticketNumberInWords(number, words.language) };
  return [words.say('yourNumber', said), words.say('onceMore', said)];
}

/** Where it is, who is before it, and how it will be called. */
function aheadSaid(ticket: HolderTicket, words: Wording): Utterance[] {
  const { ahead, estimate, calledAround, desks, zone, desk } = ticket;
  const labels = deskRange(desks);
  const { language } = words;
  return [
    words.name(ticket.counter.name),
    words.name(ticket.service.name),
    ahead === 0 ? words.say('nextTurn') : words.say('ahead', { count: ahead }),
    ...(estimate
      ? [
          words.say('wait', {
            wait: [waitWords(estimate, language), calledAround && aroundWords(calledAround, language)]
              .filter(Boolean)
              .join(', '),
          }),
        ]
      : []),
    ...(labels === ''
      ? zone === ''
        ? []
        : [words.shown('zone', { zone })]
      : [
          zone === ''
            ? words.shown('desk', { desks: labels })
            : words.shown('deskInZone', { desks: labels, zone }),
        ]),
    desk ? words.shown('called', { desk: desk.label }) : words.say('howCalled'),
  ];
}

/** What becomes of the paper. */
export function paperSaid(
  ticket: HolderTicket,
  kiosk: KioskSnapshot | undefined,
  words: Wording,
): Utterance[] {
  if (ticket.status === 'printing') return [words.shown('printing')];
  if (ticket.paper === 'declined' || ticket.paper === 'none') return [words.say('keptWithoutPaper')];
  if (!kiosk || kiosk.preview) return [words.shown('previewNote')];
  const place =
    ticket.paperPlace === null
      ? words.shown(slots[kiosk.slot])
      : words.shown('slotElsewhere', { place: words.name(ticket.paperPlace).text });
  return [words.shown('takePaper'), place];
}

/** No paper can come out: to take the number without, where the hall lets people, or to give it back. */
export function paperlessScene({ visit, world, words }: SceneParts): Scene {
  const ticket = newestTicket(visit, world);
  const { kiosk } = world;
  if (!ticket || !kiosk) return endedScene({ visit, world, words });
  const number = ticketNumberInWords(ticket.number, words.language);
  const minutes =
    ticket.keepUntil === null
      ? 1
      : Math.max(1, Math.floor((Date.parse(ticket.keepUntil) - world.now) / 60_000));
  const fault = words.shown(printerFault(kiosk) ?? 'paperLate');
  const cancel = plainEntry(words.shown('cancel'), { kind: 'decide', decision: 'cancel' }, 'cancel');
  if (!kiosk.paperlessAllowed) {
    return {
      intro: [...numberSaid(ticket, words), fault, words.shown('paperOnlyNote')],
      entries: [plainEntry(words.say('hearAgain'), { kind: 'hear-again' }), cancel],
      waiting: words.shown('paperOnlyNote'),
    };
  }
  return {
    intro: [
      ...numberSaid(ticket, words),
      fault,
      words.shown('paperlessNote'),
      words.say('decideIn', { minutes }),
    ],
    entries: [
      plainEntry(words.say('keep', { number }), { kind: 'decide', decision: 'keep' }, 'keep'),
      cancel,
    ],
  };
}

/** The number will not be called. */
export function endedScene({ visit, world, words }: SceneParts): Scene {
  const number = newestTicket(visit, world)?.number;
  return {
    intro: [
      number === undefined
        ? words.say('gone')
        : words.shown('ended', { number: ticketNumberInWords(number, words.language) }),
      words.shown('endedNote'),
    ],
    entries: [
      plainEntry(words.say('anotherNumber'), { kind: 'start-over' }),
      plainEntry(words.say('finish'), { kind: 'finish' }),
    ],
  };
}
