/** Loudness that every clip is brought to, in LUFS: clear speech with room for its peaks. */
export const targetLoudness = -19;

/** No clip rises above this (linear, full scale 1): the codec's own overshoot still fits. */
export const peakCeiling = 0.89;

/** Quieter than this below the loudest moment is silence before or after the word, not the word, unless a room is louder. */
const silenceBelowPeakDb = 40;
/** What is kept around the word: a plosive's beginning, and a vowel's end. */
const keptBefore = 0.01;
const keptAfter = 0.03;
const fadeSeconds = 0.004;

/**
 * Cuts the silence around a word and fades the two ends, so that clips join without a gap or a click.
 * `samples` are mono, −1 … 1; returns a copy. Pure silence comes back empty. Silence is what is so many decibels below the
 * loudest moment.
 */
export function trimSilence(
  samples: Float32Array,
  sampleRate: number,
  belowPeakDb: number = silenceBelowPeakDb,
): Float32Array {
  const window = Math.max(1, Math.round(sampleRate * 0.005));
  const levels: number[] = [];
  for (let start = 0; start < samples.length; start += window) {
    levels.push(rootMeanSquare(samples.subarray(start, start + window)));
  }
  const threshold = Math.max(...levels, 0) * 10 ** (-belowPeakDb / 20);
  const heard = levels.map((level) => level > threshold);
  const first = heard.indexOf(true);
  if (threshold === 0 || first === -1) return new Float32Array(0);
  const last = heard.lastIndexOf(true);
  const from = Math.max(0, first * window - Math.round(keptBefore * sampleRate));
  const to = Math.min(samples.length, (last + 1) * window + Math.round(keptAfter * sampleRate));
  const trimmed = samples.slice(from, to);
  const fade = Math.min(Math.round(fadeSeconds * sampleRate), trimmed.length >> 1);
  for (let index = 0; index < fade; index++) {
    const gain = index / fade;
    const mirrored = trimmed.length - 1 - index;
    trimmed[index] = (trimmed[index] ?? 0) * gain;
    trimmed[mirrored] = (trimmed[mirrored] ?? 0) * gain;
  }
  return trimmed;
}

/**
 * Loudness in LUFS: K-weighted power after ITU-R BS.1770-4, over the blocks within 10 LU of the loudest tenth of a
 * second, since a word of 0.3 s is shorter than the standard's own 0.4 s blocks. Silence is −Infinity.
 */
export function loudness(samples: Float32Array, sampleRate: number): number {
  const weighted = kWeighted(samples, sampleRate);
  const block = Math.min(weighted.length, Math.round(sampleRate * 0.1));
  if (block === 0) return Number.NEGATIVE_INFINITY;
  const powers: number[] = [];
  for (let start = 0; start + block <= weighted.length; start += Math.max(1, block >> 2)) {
    powers.push(rootMeanSquare(weighted.subarray(start, start + block)) ** 2);
  }
  const gate = Math.max(...powers) / 10;
  const heard = powers.filter((power) => power >= gate);
  return -0.691 + 10 * Math.log10(heard.reduce((sum, power) => sum + power, 0) / heard.length);
}

/**
 * Brings a clip to the loudness that all clips have, so that a hall's own recordings join with each other and with
 * those that come with Antre. Where its peaks would go over the ceiling it stays quieter. Returns a copy.
 */
export function evenOut(samples: Float32Array, sampleRate: number): Float32Array {
  const measured = loudness(samples, sampleRate);
  if (!Number.isFinite(measured)) return samples.slice();
  const gain = Math.min(10 ** ((targetLoudness - measured) / 20), peakCeiling / peak(samples));
  return samples.map((sample) => sample * gain);
}

/** The greatest absolute sample; 0 for silence. */
export function peak(samples: Float32Array): number {
  return samples.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
}

function rootMeanSquare(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** BS.1770's two filters (the head's shelf, then the high pass), their coefficients worked out for any rate. */
function kWeighted(samples: Float32Array, sampleRate: number): Float32Array {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const shelfBase = 1 + shelf / shelfQ + shelf * shelf;
  const shelved = filter(samples, {
    b0: (high + (band * shelf) / shelfQ + shelf * shelf) / shelfBase,
    b1: (2 * (shelf * shelf - high)) / shelfBase,
    b2: (high - (band * shelf) / shelfQ + shelf * shelf) / shelfBase,
    a1: (2 * (shelf * shelf - 1)) / shelfBase,
    a2: (1 - shelf / shelfQ + shelf * shelf) / shelfBase,
  });
  const pass = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQ = 0.5003270373238773;
  const passBase = 1 + pass / passQ + pass * pass;
  return filter(shelved, {
    b0: 1,
    b1: -2,
    b2: 1,
    a1: (2 * (pass * pass - 1)) / passBase,
    a2: (1 - pass / passQ + pass * pass) / passBase,
  });
}

interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

function filter(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x0) => {
    const y0 = b0 * x0 + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x0, y1, y0];
    return y0;
  });
}
