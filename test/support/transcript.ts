import type { SpeechSource, Spoken, Utterance } from '../../renderer/voice/speech';

/** A source of speech that writes down what would be said. */
export interface Transcript extends SpeechSource {
  /** What was said, one after another, as one text each time. */
  readonly heard: readonly string[];
  /** The languages and texts of what was said last. */
  readonly last: readonly Utterance[];
  readonly volume: number;
  /** What was made ready to be said. */
  readonly prepared: readonly Utterance[];
}

/** Writes down what is said, of which each is over at once; languages in `mute` have no voice. */
export function transcript(mute: readonly string[] = []): Transcript {
  const heard: string[] = [];
  let last: readonly Utterance[] = [];
  let prepared: readonly Utterance[] = [];
  let volume = 0;
  return {
    heard,
    get last() {
      return last;
    },
    get volume() {
      return volume;
    },
    get prepared() {
      return prepared;
    },
    say(utterances, loudness): Spoken {
      last = utterances;
      volume = loudness;
      const isMute = utterances.some(({ language }) => mute.includes(language));
      if (!isMute) heard.push(utterances.map(({ text }) => text).join(' '));
      return { ended: Promise.resolve(isMute ? 'unsaid' : 'said'), stop: () => undefined };
    },
    prepare(utterances) {
      prepared = utterances;
    },
  };
}
