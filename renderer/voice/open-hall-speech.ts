import type { VoiceRecording } from '../../electron/contract/lobby';
import { callRoute } from '../client/api';
import { createClips } from './clips';
import { isOfSentence, madeSentences, recordedSentences } from './fetch-sentences';
import { createHallSpeech } from './hall-speech';
import { hearBy } from './hear-by';
import type { SpeechSource, Utterance } from './speech';
import { sayBySystem } from './system-voice';
import { createWholeSounds } from './whole-sounds';

/** How often the hall's recordings are looked for anew. */
const lookAgainMs = 5 * 60_000;
/** What is said first waits so long for the list of recordings. */
const listAllowedMs = 1_000;

export interface HallSpeech extends SpeechSource {
  /** Stops, and gives the sound device back. */
  close(): void;
}

/**
 * The hall's voice on this page's own audio context, by all sources that the hall has. `output` is the sound device's name; empty:
 * the system's own choice. One that was chosen is the only one: while it is away nothing is said, and never by the machine's own voice,
 * which comes out where the system wants. `kept`: a sentence's file that this page has already, or null. Fetches the clips at once.
 */
export function openHallSpeech({
  output = '',
  kept,
}: {
  readonly output?: string;
  readonly kept?: (utterance: Utterance) => ArrayBuffer | null;
} = {}): HallSpeech {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const heardBy = output === '' ? null : hearBy(context, output, 'silent');
  const clips = createClips(context);
  let recordings: readonly VoiceRecording[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let listed: () => void = () => undefined;
  const isListed = new Promise<void>((resolve) => {
    listed = resolve;
  });
  const look = () => {
    if (performance.now() - lookedAt < lookAgainMs) return;
    lookedAt = performance.now();
    callRoute('voices').then(
      (found) => {
        recordings = found;
        listed();
        return clips.load(found.filter((each) => !isOfSentence(each)));
      },
      () => {
        lookedAt = Number.NEGATIVE_INFINITY;
        listed();
        // What comes with Antre is there all the same.
        return clips.load([]);
      },
    );
  };
  look();
  const make = madeSentences();
  const findRecorded = recordedSentences(() => recordings);
  const speech = createHallSpeech({
    context,
    clips,
    recorded: createWholeSounds(context, async (utterance) => {
      await Promise.race([isListed, new Promise((resolve) => setTimeout(resolve, listAllowedMs))]);
      return await findRecorded(utterance);
    }),
    made: createWholeSounds(context, async (utterance) => kept?.(utterance) ?? (await make(utterance))),
    system: heardBy ? async () => false : sayBySystem,
    ...(heardBy ? { isHeard: heardBy.isHeard } : {}),
  });
  let last: ReturnType<SpeechSource['say']> | undefined;
  return {
    say(utterances, volume) {
      look();
      last = speech.say(utterances, volume);
      return last;
    },
    prepare(utterances) {
      look();
      speech.prepare(utterances);
    },
    close() {
      last?.stop();
      heardBy?.stop();
      void context.close();
    },
  };
}
