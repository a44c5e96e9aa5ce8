import { expect, test } from 'vitest';
import { voiceClipNames } from '../../../electron/contract/admin-voices';
import { languages } from '../../../electron/contract/languages';
import { wordsOfClip } from '../../../renderer/admin/voices/recorder/clip-words';
import { prepareRecording, wavOf } from '../../../renderer/admin/voices/recorder/prepare-recording';
import { loudness, targetLoudness } from '../../../renderer/voice/level';

const rate = 48_000;

/** A second of a room, half a second of a tone, a second of the room: amplitudes at full scale 1. */
function recording(tone: number, room: number): Float32Array {
  let seed = 1;
  const noise = () => {
    seed = (seed * 48_271) % 0x7fffffff;
    return (seed / 0x7fffffff) * 2 - 1;
  };
  return Float32Array.from({ length: rate * 2.5 }, (_, at) => {
    const isWord = at >= rate && at < rate * 1.5;
    const said = isWord ? tone * Math.sin((2 * Math.PI * 440 * at) / rate) : 0;
    return Math.max(-1, Math.min(1, said + room * noise()));
  });
}

test.each([
  ['in silence', 0.3, 0],
  ['in a quiet room', 0.3, 0.002],
  ['in a hall that hums', 0.3, 0.02],
])('a word that was read %s is cut to itself and as loud as all clips', (_where, tone, room) => {
  const { samples, sampleRate, fault } = prepareRecording(recording(tone, room), rate);
  expect([sampleRate, fault]).toEqual([rate, null]);
  expect(samples.length / rate).toBeGreaterThan(0.49);
  expect(samples.length / rate).toBeLessThan(0.6);
  expect(Math.abs(loudness(samples, rate) - targetLoudness)).toBeLessThan(1);
});

test('what is better made again is told', () => {
  const fault = (samples: Float32Array) => prepareRecording(samples, rate).fault;
  expect(fault(recording(0, 0.001))).toBe('silent');
  expect(fault(recording(1.4, 0))).toBe('loud');
  expect(fault(recording(0.3, 0.2))).toBe('noisy');
  expect(fault(recording(0.3, 0).slice(rate - 480, rate + 480))).toBe('short');
  expect(fault(Float32Array.from({ length: rate * 9 }, (_, at) => 0.3 * Math.sin(at / 17)))).toBe('long');
});

test('what was recorded is sent as a WAV of 16 bits', async () => {
  const bytes = Buffer.from(await wavOf(Float32Array.of(0, 0.5, -1, 2), rate).arrayBuffer());
  expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
  expect([bytes.length, bytes.readUInt32LE(4), bytes.readUInt32LE(24), bytes.readUInt32LE(40)]).toEqual([
    52, 44, 48_000, 8,
  ]);
  expect([0, 1, 2, 3].map((at) => bytes.readInt16LE(44 + at * 2))).toEqual([0, 16384, -32767, 32767]);
});

test('every clip but the chime says what to read out, each its own', () => {
  for (const language of languages) {
    const words = voiceClipNames[language].map((name) => wordsOfClip({ language, name, says: null }));
    const read = words.filter((each) => each !== null);
    expect(read.length).toBe(words.length - (language === 'id' ? 1 : 0));
    expect(read.filter((each) => /\d/.test(each))).toEqual([]);
    expect(new Set(read).size).toBe(read.length);
  }
  expect(wordsOfClip({ language: 'jv', name: 'letter-e', says: null })).toBe('E (é)');
  expect(wordsOfClip({ language: 'id', name: 'counter-x', says: 'Imigrasi' })).toBe('Imigrasi');
});
