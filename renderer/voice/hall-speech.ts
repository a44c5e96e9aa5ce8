import type { Clips } from './clips';
import { clipsOfText } from './clips-of-text';
import { toBuffer } from './decode';
import { isRunning } from './is-running';
import type { SpeechSource, Spoken, Utterance } from './speech';
import { stretch } from './stretch';
import type { WholeSounds } from './whole-sounds';

/** Between two sentences, in seconds. */
const betweenSentences = 0.3;
/** The first sound begins this much later than it is scheduled, so that its beginning is not cut. */
const leadSeconds = 0.03;
/** A device that is unplugged stops the context's clock, and then nothing ever ends. */
const overdueMs = 1_500;
/** Of a name that is a picture, or a line that only parts others, nothing is said; the sentences beside it are. */
const hasWords = /[\p{L}\p{N}]/u;
/** Sentences that are fetched while another is said. */
const fetchedAhead = 3;

/** What a hall has to say sentences by, in the order in which it is asked. */
export interface HallSources {
  readonly context: AudioContext;
  /** Where it is heard; the context's destination unless said. */
  readonly output?: AudioNode;
  /** Sentences that the hall recorded whole. */
  readonly recorded: WholeSounds;
  /** Words that come with Antre, or that the hall recorded. */
  readonly clips: Clips;
  /** Sentences that Antre's machine makes. */
  readonly made: WholeSounds;
  /** The voice of this machine's own; answers whether there was one. */
  readonly system: (
    utterance: Utterance,
    how: { readonly volume: number; readonly speed: number; readonly signal: AbortSignal },
  ) => Promise<boolean>;
  /** Whether anybody can hear the context now; always, unless said. */
  readonly isHeard?: () => Promise<boolean>;
  /** 1 is the recorded speed; the pitch stays. */
  readonly speed?: () => number;
}

/** A sound with the pause that follows it, in seconds. */
interface Part {
  readonly buffer: AudioBuffer;
  readonly pause: number;
}

/** Says sentences by whatever the hall has for each: its recordings, clips, made sounds, and last the machine's own voice. */
export function createHallSpeech(sources: HallSources): SpeechSource {
  const {
    context,
    output = context.destination,
    recorded,
    clips,
    made,
    system,
    isHeard,
    speed = () => 1,
  } = sources;
  let current: Spoken | undefined;

  const inOnePart = (buffer: AudioBuffer): Part => {
    const rate = buffer.sampleRate;
    const atSpeed =
      speed() === 1 ? buffer : toBuffer(context, stretch(buffer.getChannelData(0), rate, speed()));
    return { buffer: atSpeed, pause: betweenSentences };
  };
  const soundsOf = async (utterance: Utterance): Promise<readonly Part[] | null> => {
    if (!hasWords.test(utterance.text)) return [];
    const whole = await recorded.get(utterance);
    if (whole) return [inOnePart(whole)];
    const inClips = clipsOfText(utterance.language, utterance.text, clips.has);
    const parts = (inClips ?? []).flatMap(({ language, clip, pause }) => {
      const buffer = clips.buffer(language, clip, speed());
      return buffer ? [{ buffer, pause }] : [];
    });
    if (inClips && parts.length === inClips.length) return parts;
    const buffer = await made.get(utterance);
    return buffer && [inOnePart(buffer)];
  };

  const speak = async (
    utterances: readonly Utterance[],
    volume: number,
    signal: AbortSignal,
  ): Promise<'said' | 'stopped' | 'unsaid'> => {
    const fetched: Promise<readonly Part[] | null>[] = [];
    const soundsAt = (at: number) => {
      const utterance = utterances[at];
      if (utterance) fetched[at] ??= soundsOf(utterance);
      return fetched[at];
    };
    for (const [at, utterance] of utterances.entries()) {
      for (let ahead = at; ahead <= at + fetchedAhead; ahead += 1) void soundsAt(ahead);
      const parts = (await soundsAt(at)) ?? null;
      if (signal.aborted) return 'stopped';
      if (parts?.length === 0) continue;
      const wasSaid = parts
        ? ((await isHeard?.()) ?? true) &&
          (await isRunning(context)) &&
          (await play({ context, output, volume }, parts, signal))
        : await system(utterance, { volume, speed: speed(), signal });
      if (signal.aborted) return 'stopped';
      if (!wasSaid) return 'unsaid';
    }
    return 'said';
  };

  let prepared: readonly Utterance[] = [];
  // One at a time, so that what is to be said now never waits behind them; others take their place.
  const prepareInTurn = async (utterances: readonly Utterance[]) => {
    prepared = utterances;
    for (const utterance of utterances) if (prepared === utterances) await soundsOf(utterance);
  };

  return {
    say(utterances, volume) {
      current?.stop();
      const stopping = new AbortController();
      const stopped = new Promise<'stopped'>((resolve) =>
        stopping.signal.addEventListener('abort', () => resolve('stopped')),
      );
      const spoken: Spoken = {
        ended: Promise.race([stopped, speak(utterances, volume, stopping.signal)]).catch((error: unknown) => {
          console.warn('A sentence could not be said', error);
          return 'unsaid' as const;
        }),
        stop: () => stopping.abort(),
      };
      current = spoken;
      return spoken;
    },
    prepare(utterances) {
      void prepareInTurn(utterances);
    },
  };
}

/** Plays sounds one after another, to the sample; answers whether they were heard to their end. Silent at once when stopped. */
async function play(
  {
    context,
    output,
    volume,
  }: { readonly context: AudioContext; readonly output: AudioNode; readonly volume: number },
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<boolean> {
  const loudspeaker = context.createGain();
  // Loudness is heard by about the square of the amplitude's share.
  loudspeaker.gain.value = volume ** 2;
  loudspeaker.connect(output);
  let begins = context.currentTime + leadSeconds;
  const nodes = parts.map(({ buffer, pause }) => {
    const node = context.createBufferSource();
    node.buffer = buffer;
    node.connect(loudspeaker);
    node.start(begins);
    begins += buffer.duration + pause;
    return node;
  });
  // Older televisions know no `at`.
  const last = nodes[nodes.length - 1];
  const pause = parts[parts.length - 1]?.pause ?? 0;
  const wholeMs = (begins - context.currentTime) * 1000;
  const wasHeard = await new Promise<boolean>((resolve) => {
    const overdue = setTimeout(() => resolve(false), wholeMs + overdueMs);
    const end = (heard: boolean) => {
      clearTimeout(overdue);
      resolve(heard);
    };
    last?.addEventListener('ended', () => setTimeout(() => end(true), pause * 1000));
    signal.addEventListener('abort', () => end(false));
  });
  for (const node of nodes) node.stop();
  loudspeaker.disconnect();
  return wasHeard;
}
