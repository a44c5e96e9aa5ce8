import type { Language } from '../../../../electron/contract/languages';
import type { CounterGroup } from '../../../../electron/contract/site';
import type { Priority } from '../../../../electron/contract/tickets';
import type { Utterance } from '../../../voice/speech';
import type { Visit, World } from '../visit';
import type { Wording } from '../wording';

/** What choosing an entry does. */
export type Choice =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'back' }
  | { readonly kind: 'hear-again' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'group'; readonly group: CounterGroup }
  | { readonly kind: 'counter'; readonly counterId: string }
  | { readonly kind: 'service'; readonly serviceId: string }
  | { readonly kind: 'priority'; readonly priority: Priority | null }
  | { readonly kind: 'fetch'; readonly fetchMe: boolean }
  | { readonly kind: 'take' }
  | { readonly kind: 'decide'; readonly decision: 'keep' | 'cancel' }
  | { readonly kind: 'other-counter' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'show-text' }
  | { readonly kind: 'finish' };

/** One of what can be chosen. */
export interface Entry {
  /** The same for as long as it is there, whatever comes before it. */
  readonly id: string;
  readonly label: readonly Utterance[];
  readonly choice: Choice;
}

/** What is heard at a place, and what can be done there. */
export interface Scene {
  readonly intro: readonly Utterance[];
  /** Empty where one can only wait. */
  readonly entries: readonly Entry[];
  /** Said again and again while something is waited for; the visitor need not do anything meanwhile. */
  readonly waiting?: Utterance;
}

export interface SceneParts {
  readonly visit: Visit;
  readonly world: World;
  readonly words: Wording;
}

/** An entry that says a prompt. */
export function plainEntry(label: Utterance, choice: Choice, id: string = choice.kind): Entry {
  return { id, label: [label], choice };
}
