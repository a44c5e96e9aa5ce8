import type { Problem } from '../../../electron/contract/common';
import type { HolderTicket } from '../../../electron/contract/tickets';
import type { SpeechSource, Spoken, Utterance } from '../../voice/speech';
import { step } from './step';
import { type Act, loudest, type SpokenWish, type Visit, type VisitEvent, type World } from './visit';
import { wordingIn } from './wording';

/** What came of asking for a number. */
export type Taken =
  | { readonly kind: 'given'; readonly ticket: HolderTicket }
  | { readonly kind: 'refused'; readonly problem: Pick<Problem, 'code' | 'opensAt'> }
  /** No answer came, and none is waited for any longer. */
  | { readonly kind: 'unheard' };

type WithoutMoment<Event> = Event extends VisitEvent ? Omit<Event, 'at'> : never;
/** What happens to the path; when, it looks up itself. */
export type Happening = WithoutMoment<VisitEvent>;

export interface SpokenPathParts {
  readonly speech: SpeechSource;
  /** The hall as it stands at this moment. */
  readonly world: () => World;
  /** Ms of a stopwatch that never jumps. */
  readonly stopwatch: () => number;
  readonly take: (wish: SpokenWish) => Promise<Taken>;
  /** Keeps a number without paper or gives it back; null where that was refused. */
  readonly decide: (choice: 'keep' | 'cancel', token: string) => Promise<HolderTicket | null>;
  /** Hears of each change: the visit (null: nobody is there), and what is being said. */
  readonly changed: (visit: Visit | null, said: readonly Utterance[]) => void;
}

/** What a visitor most often presses next: it is fetched beforehand, so that it begins at once. */
const likely = ['down', 'choose', 'back'] as const;

/** The spoken path on a kiosk: hands what happens to the rules (`step`), says what comes of it and does it. */
export class SpokenPath {
  readonly #parts: SpokenPathParts;
  #visit: Visit | null = null;
  #spoken: Spoken | undefined;
  #said: readonly Utterance[] = [];

  constructor(parts: SpokenPathParts) {
    this.#parts = parts;
  }

  /** Who is on the path; null: nobody. */
  get visit(): Visit | null {
    return this.#visit;
  }

  /** Takes in what happens now. */
  happen(happening: Happening): void {
    const { world, stopwatch, changed } = this.#parts;
    const before = this.#visit;
    const event = { ...happening, at: stopwatch() } as VisitEvent;
    const { visit, say, acts } = step(before, event, world());
    this.#visit = visit;
    if (say.length > 0) this.#say(say, (visit ?? before)?.volume ?? loudest);
    for (const act of acts) void this.#act(act);
    if (visit !== before || say.length > 0) changed(visit, this.#said);
  }

  /** Cuts off what is being said. */
  hush(): void {
    this.#spoken?.stop();
  }

  /** Ends without a word more than is being said; whoever was there is forgotten. Settles once the last word was said. */
  async leave(): Promise<void> {
    if (this.#visit) this.hush();
    this.#visit = null;
    await this.#spoken?.ended;
  }

  #say(utterances: readonly Utterance[], volume: number): void {
    const spoken = this.#parts.speech.say(utterances, volume / loudest);
    this.#spoken = spoken;
    this.#said = utterances;
    void spoken.ended.then((outcome) => {
      // What was stopped made room for something else, which will end too.
      if (this.#spoken === spoken && outcome !== 'stopped') this.happen({ kind: 'spoken', outcome });
    });
    this.#prepare();
  }

  #prepare(): void {
    const visit = this.#visit;
    if (!visit) return;
    const at = this.#parts.stopwatch();
    const world = this.#parts.world();
    const next = likely.flatMap((key) => step(visit, { kind: 'key', key, at }, world).say);
    // A line that is cut takes the voice along that would tell of it.
    this.#parts.speech.prepare([wordingIn(visit.language).say('away'), ...next]);
  }

  async #act(act: Act): Promise<void> {
    if (act.kind === 'hush') return this.hush();
    const visitor = this.#visit;
    const happen = (happening: Happening) => {
      // Whoever asked may have gone meanwhile, and somebody else have come.
      if (this.#isStill(visitor)) this.happen(happening);
    };
    if (act.kind === 'decide') {
      return happen({ kind: 'decided', ticket: await this.#parts.decide(act.choice, act.token) });
    }
    const taken = await this.#parts.take(act.wish);
    if (taken.kind === 'given') return happen({ kind: 'given', ticket: taken.ticket });
    const { code, opensAt } = taken.kind === 'refused' ? taken.problem : { code: 'unheard', opensAt: null };
    happen({ kind: 'refused', code, opensAt: opensAt ?? null });
  }

  #isStill(visitor: Visit | null): boolean {
    return visitor !== null && this.#visit !== null && visitor.begun === this.#visit.begun;
  }
}
