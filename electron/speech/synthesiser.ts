import type { Language } from '../contract/languages';

/** Why a sentence could not be made into sound: the program is there no longer, took too long, or failed. */
export type SpeechFaultKind = 'gone' | 'too_long' | 'failed';

/** A synthesiser that didn't do it; the message is in the machine's words, for technicians. */
export class SpeechFault extends Error {
  override name = 'SpeechFault';
  constructor(
    readonly kind: SpeechFaultKind,
    message: string,
  ) {
    super(message);
  }
}

/** A program of the machine's own that reads sentences aloud, into a file. */
export interface Synthesiser {
  readonly name: 'espeak-ng' | 'windows';
  /** Another version may say the same otherwise: what an older one made is made anew. */
  readonly version: string;
  /** Rises whenever Antre asks it otherwise (speed, phonemes): so too. */
  readonly recipe: number;
  /** The voice of each language that it has one for, in its own words. */
  readonly voices: Readonly<Partial<Record<Language, string>>>;
  /**
   * Makes a sentence into a WAV file (mono, 16 bit). `isPatient`: nobody waits for it, so the hall goes first.
   * Throws `SpeechFault`.
   */
  make(said: { readonly language: Language; readonly text: string }, isPatient: boolean): Promise<Buffer>;
  /** Ends what it runs. */
  stop(): void;
}
