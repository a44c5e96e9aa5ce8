import type { DialectName } from '../../../electron/contract/printer-profile';
import type { PrinterProof } from '../../../electron/contract/printer-status';
import type { Condition } from '../status';

/** One answer to a question of the dialect's. */
export type Answer = readonly number[];

/** Something a printer said. */
export type Reply =
  /** To one of the dialect's questions; answers come in the order of the questions. */
  | { readonly kind: 'answer'; readonly bytes: Answer }
  /** Pushed, unasked. */
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** The maker's or the model's name. */
  | { readonly kind: 'name'; readonly text: string }
  /** What was sent before the question with that id is printed. */
  | { readonly kind: 'printed'; readonly id: string }
  /** What was received and not printed is thrown away. */
  | { readonly kind: 'cleared' }
  /** What was sent before that question is processed. Only a byte: garbage can look like it. */
  | { readonly kind: 'processed'; readonly value: number };

/** Takes what comes over one line apart, wherever it is cut. */
export interface ReplyReader {
  /** What the bytes complete, in order. */
  push(bytes: Uint8Array): Reply[];
}

/** What is known of a printer that was found; null or false where it isn't. */
export interface PrinterTraits {
  readonly maker: string | null;
  readonly model: string | null;
  /** USB ids. */
  readonly vendorId: number | null;
  /** The dialect whose question it answered, of those that nothing else answers. */
  readonly answered: DialectName | null;
  /** It took what it was asked, and said nothing at all. */
  readonly saysNothing: boolean;
}

/**
 * How a printer is asked for its status, and how it tells it; how it proves a ticket, and gets out of trouble. A dialect
 * knows bytes alone: `PrinterSession` sends them and waits. Null: printers of this dialect have nothing like it.
 */
export interface Dialect {
  /** What it is asked for its condition, an `answer` to each. None: it can't be asked, and counts as well while its line holds. */
  readonly questions: readonly Uint8Array[];
  /** Its condition by the answers, in the order of the questions; undefined where a clone leaves that one unanswered. */
  readonly condition: (answers: readonly (Answer | undefined)[]) => Condition;
  /** Returns a reader for a new line. */
  readonly readReplies: () => ReplyReader;
  /** Has it push its condition whenever that changes. */
  readonly watch: Uint8Array | null;
  /** What may be asked behind a ticket, by the proof that its answer is: all that it wouldn't print as text. */
  readonly proofs: Readonly<Partial<Record<PrinterProof, (id: string) => Uint8Array>>>;
  /** Throws away what was received and not printed; answered by `cleared`. */
  readonly clear: Uint8Array | null;
  /** Has it leave an error that was mended; what it still held is thrown away. */
  readonly recover: Uint8Array | null;
  /** Whether nothing that speaks another dialect answers the questions: a search asks them to know it. */
  readonly isKnownByAnswer: boolean;
  /** Whether a printer that was found is likely to speak it. */
  readonly suits: (traits: PrinterTraits) => boolean;
}
