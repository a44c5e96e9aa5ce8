import type { Language } from '../../../electron/contract/common';
import { callRoute } from '../../client/api';
import { builtInClip, createClips } from '../../voice/clips';
import { scheduleSentence } from '../../voice/schedule';
import { callSentence } from '../../voice/sentence';

interface SampleVoice {
  /** Speaks a call as the lobby would; returns the clips' names. */
  call(sample: {
    readonly number: string;
    readonly desk: string;
    readonly language: Language;
    readonly volume: number;
    readonly speed: number;
  }): Promise<readonly string[]>;
  /** Plays one clip as it was recorded. */
  clip(language: Language, name: string, url: string | null): Promise<void>;
  /** Whether this browser can decode a file as sound. */
  canPlay(file: Blob): Promise<boolean>;
  hasBuiltIn(language: Language, name: string): boolean;
}

let voice: SampleVoice | undefined;

/** The lobby's own voice, on this computer's loudspeaker; made at the first press, since browsers want one. */
export function sampleVoice(): SampleVoice {
  voice ??= makeVoice();
  return voice;
}

function makeVoice(): SampleVoice {
  let context: AudioContext | undefined;
  const running = () => {
    context ??= new AudioContext();
    void context.resume();
    return context;
  };
  return {
    async call({ number, desk, language, volume, speed }) {
      const audio = running();
      const clips = createClips(audio);
      await clips.load(await callRoute('voices'));
      const sentence = callSentence(
        {
          sequence: 1,
          number,
          desk: { id: '1', label: desk },
          counter: { id: '1', code: '', name: { id: '-', en: '', jv: '' }, group: '', zone: '' },
          calledAt: '2026-01-01T00:00:00+07:00',
          recall: false,
          priority: false,
          fetchMe: false,
          language,
        },
        clips.has,
      );
      const loudspeaker = audio.createGain();
      loudspeaker.gain.value = volume ** 2;
      loudspeaker.connect(audio.destination);
      scheduleSentence(audio, loudspeaker, clips, sentence, { at: audio.currentTime + 0.06, speed });
      return sentence.map(({ language: spoken, clip }) => `${spoken}/${clip}`);
    },
    async clip(language, name, url) {
      const address = url ?? builtInClip(language, name);
      if (address === undefined) return;
      const audio = running();
      const sound = await audio.decodeAudioData(await (await fetch(address)).arrayBuffer());
      const source = audio.createBufferSource();
      source.buffer = sound;
      source.connect(audio.destination);
      source.start();
    },
    async canPlay(file) {
      try {
        await running().decodeAudioData(await file.arrayBuffer());
        return true;
      } catch {
        return false;
      }
    },
    hasBuiltIn: (language, name) => builtInClip(language, name) !== undefined,
  };
}
