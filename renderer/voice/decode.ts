import { evenOut, trimSilence } from './level';

/**
 * A sound file as it is played: one channel, without silence around it, as loud as all others. Null where nothing is heard in it.
 * Throws where the browser can't decode it.
 */
export async function decodeLevelled(
  context: BaseAudioContext,
  file: ArrayBuffer,
): Promise<AudioBuffer | null> {
  const decoded = await context.decodeAudioData(file);
  const samples = trimSilence(mixedDown(decoded), decoded.sampleRate);
  return samples.length === 0 ? null : toBuffer(context, evenOut(samples, decoded.sampleRate));
}

/** Samples of one channel, at the context's rate. */
export function toBuffer(context: BaseAudioContext, samples: Float32Array): AudioBuffer {
  // decodeAudioData resamples to the context's rate, so clips are at that rate already.
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.getChannelData(0).set(samples);
  return buffer;
}

function mixedDown(buffer: AudioBuffer): Float32Array {
  const mixed = new Float32Array(buffer.length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    for (const [index, sample] of buffer.getChannelData(channel).entries()) {
      mixed[index] = (mixed[index] ?? 0) + sample / buffer.numberOfChannels;
    }
  }
  return mixed;
}
