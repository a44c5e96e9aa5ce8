import { evenOut, peak, trimSilence } from '../../../voice/level';

/** Why a recording is better made again. `noisy` and `loud` can be kept all the same. */
export type RecordingFault = 'silent' | 'short' | 'long' | 'loud' | 'noisy';

/** What is kept of one recording, and what is wrong with it. */
export interface PreparedRecording {
  /** Trimmed and levelled; empty where nothing was heard. */
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly fault: RecordingFault | null;
}

/** Full scale 1: below this nobody spoke. */
const silentPeak = 0.01;
const loudPeak = 0.99;
/** Seconds of a word or a name, once what is around it is cut off. */
const shortest = 0.08;
export const longestSeconds = 8;
/** Decibels between the loudest moment and the room: what is cut off must be above the room, and the word above that. */
const cleanRoomDb = 46;
const noisyRoomDb = 18;
const aboveRoomDb = 6;
const usualCutDb = 40;

/**
 * Cuts off what the room adds before and after a word, and brings it to the loudness of all clips. A room that is heard under
 * the word would never count as silence, so it is measured where the recording is quietest. Samples are mono, −1 … 1.
 */
export function prepareRecording(recorded: Float32Array, sampleRate: number): PreparedRecording {
  const loudest = peak(recorded);
  if (loudest < silentPeak) return { samples: new Float32Array(0), sampleRate, fault: 'silent' };
  const roomDb = aboveRoom(recorded, sampleRate);
  const cutDb = roomDb >= cleanRoomDb ? usualCutDb : Math.max(noisyRoomDb / 2, roomDb - aboveRoomDb);
  const trimmed = trimSilence(recorded, sampleRate, cutDb);
  const seconds = trimmed.length / sampleRate;
  const fault =
    seconds < shortest
      ? 'short'
      : seconds > longestSeconds
        ? 'long'
        : loudest >= loudPeak
          ? 'loud'
          : roomDb < noisyRoomDb
            ? 'noisy'
            : null;
  return { samples: evenOut(trimmed, sampleRate), sampleRate, fault };
}

/** Decibels from the quietest tenth of a second up to the loudest; Infinity where the quietest is silence. */
function aboveRoom(samples: Float32Array, sampleRate: number): number {
  const block = Math.max(1, Math.round(sampleRate * 0.1));
  const powers: number[] = [];
  for (let start = 0; start + block <= samples.length; start += block) {
    powers.push(samples.subarray(start, start + block).reduce((sum, sample) => sum + sample ** 2, 0));
  }
  // A tight cut of a word has no room around it that could be measured.
  if (powers.length < 5) return Number.POSITIVE_INFINITY;
  return 10 * Math.log10(Math.max(...powers) / Math.min(...powers));
}

/** A WAV file of mono samples, 16 bits each. */
export function wavOf(samples: Float32Array, sampleRate: number): Blob {
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const write = (at: number, text: string) => {
    for (const [index, letter] of Array.from(text).entries())
      bytes.setUint8(at + index, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  bytes.setUint32(4, 36 + samples.length * 2, true);
  write(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, sampleRate, true);
  bytes.setUint32(28, sampleRate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  write(36, 'data');
  bytes.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries()) {
    bytes.setInt16(44 + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true);
  }
  return new Blob([bytes], { type: 'audio/wav' });
}
