import { expect, test } from 'vitest';
import {
  evenOut,
  loudness,
  peak,
  peakCeiling,
  targetLoudness,
  trimSilence,
} from '../../renderer/voice/level';
import { stretch } from '../../renderer/voice/stretch';

const rate = 48_000;

/** A tone with silence around it, at an amplitude. */
function tone({ seconds = 0.5, amplitude = 0.5, pitch = 997, before = 0, after = 0 } = {}): Float32Array {
  const samples = new Float32Array(Math.round((before + seconds + after) * rate));
  const start = Math.round(before * rate);
  for (let index = 0; index < seconds * rate; index++) {
    samples[start + index] = amplitude * Math.sin((2 * Math.PI * pitch * index) / rate);
  }
  return samples;
}

/** The pitch of a steady tone, by its upward passages through zero. */
function pitchOf(samples: Float32Array): number {
  const inner = samples.subarray(2_000, samples.length - 2_000);
  let passages = 0;
  for (let index = 1; index < inner.length; index++) {
    if ((inner[index - 1] ?? 0) < 0 && (inner[index] ?? 0) >= 0) passages++;
  }
  return (passages * rate) / inner.length;
}

test('loudness is measured as BS.1770 says: a full-scale sine of 997 Hz in one channel has −3.01 LUFS', () => {
  expect(loudness(tone({ amplitude: 1, seconds: 2 }), rate)).toBeCloseTo(-3.01, 1);
  expect(loudness(tone({ amplitude: 0.1, seconds: 2 }), rate)).toBeCloseTo(-23.01, 1);
  expect(loudness(new Float32Array(rate), rate)).toBe(Number.NEGATIVE_INFINITY);
});

test('silence around a word is cut, and the ends come in from zero', () => {
  const trimmed = trimSilence(tone({ seconds: 0.5, before: 0.8, after: 1.2 }), rate);
  expect(trimmed.length / rate).toBeGreaterThanOrEqual(0.5);
  expect(trimmed.length / rate).toBeLessThan(0.56);
  expect([trimmed[0], trimmed.at(-1)]).toEqual([0, 0]);
  expect(trimSilence(new Float32Array(rate), rate)).toEqual(new Float32Array(0));
});

test('a quiet and a loud recording come to one loudness, and none over the ceiling', () => {
  for (const amplitude of [0.003, 0.1, 0.9]) {
    expect(loudness(evenOut(tone({ amplitude }), rate), rate)).toBeCloseTo(targetLoudness, 1);
  }
  // Ten milliseconds of a click over quiet speech: the peak decides.
  const clicked = tone({ amplitude: 0.01 });
  clicked.set(tone({ amplitude: 1, seconds: 0.002 }), 5_000);
  expect(peak(evenOut(clicked, rate))).toBeLessThanOrEqual(peakCeiling + 1e-6);
});

test.each([0.7, 0.85, 1.15, 1.3])(
  'at speed %f a word lasts so much shorter at the same pitch and level',
  (speed) => {
    const word = tone({ seconds: 1, pitch: 150 });
    const stretched = stretch(word, rate, speed);
    expect(stretched.length).toBe(Math.round(word.length / speed));
    expect(pitchOf(stretched) / pitchOf(word)).toBeCloseTo(1, 1);
    expect(Math.abs(loudness(stretched, rate) - loudness(word, rate))).toBeLessThan(1);
  },
);
