import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../../electron/contract/languages';
import type { HolderTicket } from '../../../../electron/contract/tickets';
import { longestSilenceMs } from '../../../../renderer/kiosk/spoken/quiet';
import { step } from '../../../../renderer/kiosk/spoken/step';
import type { Act, SpokenKey, Visit, VisitEvent, World } from '../../../../renderer/kiosk/spoken/visit';
import { wordingIn } from '../../../../renderer/kiosk/spoken/wording';
import { counters, kiosk, ticket } from '../../../../renderer/preview/samples';
import { runCount } from '../../../support/run-count';

// Somebody presses at random, and the hall does what halls do: whatever happens, there is always something to hear, and a
// kiosk that is left alone is back at its start.

type Happened = VisitEvent extends infer Event
  ? Event extends VisitEvent
    ? Omit<Event, 'at'>
    : never
  : never;
type Deed =
  | { readonly press: SpokenKey; readonly after: number }
  | { readonly wait: number }
  | {
      readonly hall:
        | 'away'
        | 'back'
        | 'paper-out'
        | 'paper-back'
        | 'closes'
        | 'opens'
        | 'fewer'
        | 'void'
        | 'printed'
        | 'called';
    }
  | { readonly other: 'headset-in' | 'headset-out' | 'end-asked' | 'show-text' }
  | { readonly answer: 'given' | 'refused' | 'unheard' };

const keys: readonly SpokenKey[] = [
  'up',
  'down',
  'choose',
  'choose',
  'choose',
  'back',
  'repeat',
  'help',
  'louder',
  'softer',
  'jump',
  { sign: 'k' },
  { sign: '3' },
];
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ press: fc.constantFrom(...keys), after: fc.integer({ min: 0, max: 9_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 0, max: 60_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      hall: fc.constantFrom(
        'away',
        'back',
        'paper-out',
        'paper-back',
        'closes',
        'opens',
        'fewer',
        'void',
        'printed',
        'called',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ other: fc.constantFrom('headset-in', 'headset-out', 'end-asked', 'show-text') }),
  },
  { weight: 3, arbitrary: fc.record({ answer: fc.constantFrom('given', 'refused', 'unheard') }) },
);

/** What is made ready for a line that is cut. */
const awaySaid: readonly string[] = languages.map((language) => wordingIn(language).say('away').text);

/** A kiosk in made-up time, whose voice says ten letters a second, and comes by the line. */
class Kiosk {
  at = 0;
  visit: Visit | null = null;
  world: World = { counters, kiosk, isAway: false, ticket: null, now: 0 };
  longestSilence = 0;
  #silentSince = 0;
  #speaksUntil = Number.POSITIVE_INFINITY;
  #asked: Act | null = null;
  #isUnsaid = false;

  happen(event: Happened): void {
    const { visit, say, acts } = step(this.visit, { ...event, at: this.at } as VisitEvent, this.world);
    if (this.visit === null && visit !== null) this.#silentSince = this.at;
    this.visit = visit;
    this.world = { ...this.world, ticket: visit?.ticket ? this.world.ticket : null };
    if (say.length > 0) {
      this.#noteSilence();
      // Cut off, for something else.
      if (this.#isSpeaking && !this.#isUnsaid) this.#silentSince = this.at;
      this.#isUnsaid = this.world.isAway && say.some(({ text }) => !awaySaid.includes(text));
      if (this.#isUnsaid) this.#speaksUntil = this.at;
      else this.#speaksUntil = this.at + say.reduce((sum, { text }) => sum + text.length * 100, 0);
    }
    for (const act of acts) if (act.kind !== 'hush') this.#asked = act;
  }

  /** Lets time pass, a second at a time. */
  pass(ms: number): void {
    const until = this.at + ms;
    while (this.at < until) {
      this.at = Math.min(until, this.at + 1_000);
      if (this.at >= this.#speaksUntil) {
        this.#speaksUntil = Number.POSITIVE_INFINITY;
        if (!this.#isUnsaid) this.#silentSince = this.at;
        this.happen({ kind: 'spoken', outcome: this.#isUnsaid ? 'unsaid' : 'said' });
      }
      this.happen({ kind: 'tick' });
      this.#noteSilence();
    }
  }

  do(deed: Deed): void {
    if ('press' in deed) {
      this.happen({ kind: 'key', key: deed.press });
      this.pass(deed.after);
    } else if ('wait' in deed) this.pass(deed.wait);
    else if ('hall' in deed) this.#change(deed.hall);
    else if ('answer' in deed) this.#answer(deed.answer);
    else if (deed.other === 'show-text') this.happen({ kind: 'show-text', isShown: true });
    else this.happen({ kind: deed.other });
  }

  get #isSpeaking(): boolean {
    return this.#speaksUntil !== Number.POSITIVE_INFINITY;
  }

  #noteSilence(): void {
    // Without a headset nobody is to hear anything.
    if (this.visit?.outSince != null) this.#silentSince = this.at;
    if (this.visit && !this.#isSpeaking)
      this.longestSilence = Math.max(this.longestSilence, this.at - this.#silentSince);
  }

  #answer(answer: 'given' | 'refused' | 'unheard'): void {
    const asked = this.#asked;
    if (!this.visit || !asked || asked.kind === 'hush') return;
    this.#asked = null;
    if (asked.kind === 'decide') {
      const { ticket: held } = this.visit;
      const status = asked.choice === 'keep' ? ('waiting' as const) : ('cancelled' as const);
      const decided = answer === 'given' && held ? { ...held, status, paper: 'declined' as const } : null;
      this.happen({ kind: 'decided', ticket: decided });
    } else if (answer === 'given') {
      const given: HolderTicket = { ...ticket, status: 'printing', paper: 'pending' };
      this.world = { ...this.world, ticket: given };
      this.happen({ kind: 'given', ticket: given });
    } else {
      this.happen({ kind: 'refused', code: answer === 'unheard' ? 'unheard' : 'quota_full', opensAt: null });
    }
  }

  #change(change: Extract<Deed, { hall: unknown }>['hall']): void {
    const { world } = this;
    const told = (status: 'open' | 'closed') =>
      counters.map((each) => ({
        ...each,
        status,
        services: each.services.map((service) => ({ ...service, status })),
      }));
    const number = (changed: Partial<HolderTicket>): World =>
      world.ticket ? { ...world, ticket: { ...world.ticket, ...changed } } : world;
    const changed: Readonly<Record<typeof change, World>> = {
      away: { ...world, isAway: true },
      back: { ...world, isAway: false },
      'paper-out': {
        ...world,
        kiosk: { ...kiosk, printer: { state: 'paper_out', cause: 'paper_out', detail: null } },
      },
      'paper-back': { ...world, kiosk },
      closes: { ...world, counters: told('closed') },
      opens: { ...world, counters },
      fewer: { ...world, counters: counters.slice(0, 1) },
      void: number({ status: 'void' }),
      printed: number({ status: 'waiting', paper: 'printed' }),
      called: number({ status: 'called', desk: { id: '1', label: '3' } }),
    };
    this.world = changed[change];
    this.happen({ kind: 'news' });
  }
}

/** Longer than any visit lasts that nobody presses a key in. */
const longestLeft = 30 * 60_000;

function holds(deeds: readonly Deed[]): void {
  const kiosk = new Kiosk();
  kiosk.happen({ kind: 'key', key: 'help' });
  for (const each of deeds) {
    kiosk.do(each);
    const { visit } = kiosk;
    if (!visit) kiosk.happen({ kind: 'key', key: 'help' });
  }
  // Somebody may always finish: back leads out from everywhere, once what is waited for is there.
  const left = kiosk.at + longestLeft;
  while (kiosk.visit && kiosk.at < left) kiosk.pass(1_000);
  expect({ visit: kiosk.visit, isTooLong: kiosk.longestSilence > longestSilenceMs }).toEqual({
    visit: null,
    isTooLong: false,
  });
  // The next one finds everything as always.
  kiosk.happen({ kind: 'key', key: 'help' });
  expect(kiosk.visit).toMatchObject({
    place: 'welcome',
    language: 'id',
    volume: 7,
    isShown: false,
    trail: [],
    ticket: null,
  });
}

test('whatever is pressed, nobody hears nothing for long, and a kiosk that is left is back at its start', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 60 }), holds), { numRuns: runCount(150) });
});

test('the same for as much as is pressed in an hour', { tags: 'long' }, () => {
  const many = fc.array(deed, { minLength: 600, maxLength: 900, size: 'max' });
  fc.assert(fc.property(many, holds), { numRuns: 40 });
});

test('from anywhere the same key leads back and out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 40 }), (pressed) => {
      const kiosk = new Kiosk();
      kiosk.happen({ kind: 'key', key: 'help' });
      for (const key of pressed) {
        kiosk.happen({ kind: 'key', key });
        if (kiosk.visit?.place === 'asking') kiosk.do({ answer: 'refused' });
        if (!kiosk.visit) return;
      }
      for (let steps = 0; steps < 60 && kiosk.visit?.place !== 'leave'; steps += 1)
        kiosk.happen({ kind: 'key', key: 'back' });
      if (kiosk.visit?.marked !== 'finish') kiosk.happen({ kind: 'key', key: 'down' });
      kiosk.happen({ kind: 'key', key: 'choose' });
      expect(kiosk.visit).toBe(null);
    }),
    { numRuns: runCount(150) },
  );
});
