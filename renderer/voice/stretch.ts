const frameSeconds = 0.03;
/** How far a frame may be moved to meet the wave that precedes it: a full period of a voice down to 80 Hz. */
const searchSeconds = 0.0125;
/** The likeness of two waves is judged by every fourth sample; at 48 kHz that still sees up to 6 kHz. */
const stride = 4;

/**
 * Says the same at another speed and the same pitch (`speed` 1.2: a fifth faster), by overlapping frames each taken
 * where the wave continues best (WSOLA, Verhelst and Roelands 1993). Written here because the libraries for it
 * are either copyleft or WebAssembly, which the pages' content policy refuses. `samples` are mono; returns a copy.
 */
export function stretch(samples: Float32Array, sampleRate: number, speed: number): Float32Array {
  const hop = Math.round((frameSeconds * sampleRate) / 2);
  const frame = hop * 2;
  if (speed === 1 || samples.length < frame * 2) return samples.slice();
  const search = Math.round(searchSeconds * sampleRate);
  const length = Math.round(samples.length / speed);
  const frames = Math.ceil(length / hop) + 1;
  const output = new Float32Array((frames + 1) * hop);
  // The first half frame has no neighbour to fade with and stands as it is.
  const fade = Float32Array.from(
    { length: frame },
    (_, index) => 0.5 - 0.5 * Math.cos((Math.PI * index) / hop),
  );
  let continuation = 0;
  for (let index = 0; index < frames; index++) {
    const wanted = Math.round(index * hop * speed);
    const from = index === 0 ? 0 : wanted + likest(samples, wanted, continuation, frame, search);
    for (let sample = 0; sample < frame; sample++) {
      const position = index * hop + sample;
      const weight = index === 0 && sample < hop ? 1 : (fade[sample] ?? 0);
      output[position] = (output[position] ?? 0) + weight * (samples[from + sample] ?? 0);
    }
    continuation = from + hop;
  }
  return output.slice(0, length);
}

/** How far from `wanted` the wave is most like the one that would follow by itself at `continuation`. */
function likest(
  samples: Float32Array,
  wanted: number,
  continuation: number,
  frame: number,
  search: number,
): number {
  let best = 0;
  let bestLikeness = Number.NEGATIVE_INFINITY;
  for (let offset = -Math.min(search, wanted); offset <= search; offset += stride) {
    let product = 0;
    let energy = 1e-9;
    for (let sample = 0; sample < frame; sample += stride) {
      const candidate = samples[wanted + offset + sample] ?? 0;
      product += candidate * (samples[continuation + sample] ?? 0);
      energy += candidate * candidate;
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > bestLikeness) {
      bestLikeness = likeness;
      best = offset;
    }
  }
  return best;
}
