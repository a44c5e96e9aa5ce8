import type { Language } from '../../electron/contract/languages';

/** A sentence to be said aloud, in one language. */
export interface Utterance {
  readonly language: Language;
  readonly text: string;
}

/** Something being said. */
export interface Spoken {
  /**
   * Settles once all was said, was stopped (by `stop` or because something else was said), or turned out unsayable: no source
   * has a voice for one of the sentences. Never rejects.
   */
  readonly ended: Promise<'said' | 'stopped' | 'unsaid'>;
  /** Falls silent at once; of no effect once it ended. */
  stop(): void;
}

/** What says sentences aloud: voices of a machine for visitors, a transcript for tests. */
export interface SpeechSource {
  /**
   * Says sentences one after another; what was being said is stopped first.
   *
   * @param utterances the sentences, in order; none is said at once
   * @param volume 0 (silent) … 1
   */
  say(utterances: readonly Utterance[], volume: number): Spoken;
  /** Fetches sentences that will probably be said next, so that they begin at once. */
  prepare(utterances: readonly Utterance[]): void;
}
