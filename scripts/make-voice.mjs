// Makes the voice pack that comes with Antre: `node scripts/make-voice.mjs`, with espeak-ng and ffmpeg (Debian main)
// on the path, and Node 22.18 or newer, since the level rules are the display's own TypeScript. The clips are
// committed; nobody needs this to build or run. What the clips say, and why so: renderer/voice/README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evenOut, loudness, peak, targetLoudness, trimSilence } from '../renderer/voice/level.ts';

const sampleRate = 48_000;
const voiceFolder = fileURLToPath(new URL('../renderer/voice/', import.meta.url));

// Words in double brackets are espeak-ng's phonemes: written so where its own reading is wrong. `E` is the e of
// "ember", `e` of "sate", `@` the pepet of "enam".
const indonesian = {
  voice: ['-v', 'id', '-s', '118', '-p', '42'],
  clips: {
    'queue-number': 'nomor antrean',
    'please-go-to': 'silakan menuju',
    // Read "lokət" by rule.
    desk: "[[l'oket]]",
    // "tertera" is read with e of "ember" by rule.
    'desk-on-screen': "[[l'oket]] yang [[t@Rt@R'a]] di layar",
    'called-again': 'panggilan ulang',
    // Letter names by PUEBI; é is the closed e, è the open one.
    'letter-a': "[['a]]",
    'letter-b': "[[b'e]]",
    'letter-c': "[[tS'e]]",
    'letter-d': "[[d'e]]",
    'letter-e': "[['e]]",
    'letter-f': "[['Ef]]",
    'letter-g': "[[g'e]]",
    'letter-h': "[[h'a]]",
    'letter-i': "[['i]]",
    'letter-j': "[[dZ'e]]",
    'letter-k': "[[k'a]]",
    'letter-l': "[['El]]",
    'letter-m': "[['Em]]",
    'letter-n': "[['En]]",
    'letter-o': "[['o]]",
    'letter-p': "[[p'e]]",
    'letter-q': "[[k'i]]",
    'letter-r': "[['ER]]",
    'letter-s': "[['Es]]",
    'letter-t': "[[t'e]]",
    'letter-u': "[['u]]",
    // Read "fé" by rule.
    'letter-v': "[[v'e]]",
    'letter-w': "[[w'e]]",
    'letter-x': "[['Eks]]",
    'letter-y': "[[j'e]]",
    'letter-z': "[[z'Et]]",
    'number-0': "[[n'ol]]",
    'number-1': 'satu',
    'number-2': 'dua',
    'number-3': 'tiga',
    // empat, enam, sebelas and belas have a pepet, which no rule of spelling tells.
    'number-4': "[[@mp'at]]",
    'number-5': 'lima',
    'number-6': "[[@n'am]]",
    'number-7': 'tujuh',
    'number-8': 'delapan',
    'number-9': 'sembilan',
    'number-10': 'sepuluh',
    'number-11': "[[s@b@l'as]]",
    'number-100': 'seratus',
    teen: "[[b@l'as]]",
    tens: 'puluh',
    hundreds: 'ratus',
  },
};

const english = {
  voice: ['-v', 'en-gb', '-s', '118', '-p', '42'],
  clips: {
    'queue-number': 'number',
    'please-go-to': 'please go to',
    desk: 'desk',
    'desk-on-screen': 'the desk shown on the screen',
    'called-again': 'called again',
    // The letter alone is read as its name, but "a" as the article.
    ...Object.fromEntries(
      Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [
        `letter-${letter}`,
        letter === 'a' ? "[['eI]]" : letter,
      ]),
    ),
    ...Object.fromEntries(
      [
        'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
        'sixteen seventeen eighteen nineteen',
      ]
        .join(' ')
        .split(' ')
        .map((word, value) => [`number-${value}`, word]),
    ),
    ...Object.fromEntries(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, index) => [`number-${(index + 2) * 10}`, word]),
    ),
    hundred: 'hundred',
    and: 'and',
  },
};

for (const [language, { voice, clips }] of Object.entries({ id: indonesian, en: english })) {
  const folder = join(voiceFolder, language);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, words] of Object.entries(clips)) {
    const spoken = run('espeak-ng', [...voice, '--stdout', words]);
    // The synthesiser's consonants are weak (2 % of its energy above 3 kHz), and a hall swallows them first.
    const samples = toSamples(spoken, 'highpass=f=110,treble=g=7:f=2800');
    write(folder, name, leveled(samples));
  }
}
write(join(voiceFolder, 'id'), 'chime', leveled(chime()));

/** Two struck notes, a falling major third (E5, C5), each with two overtones that die away sooner. */
function chime() {
  const samples = new Float32Array(Math.round(sampleRate * 1.25));
  for (const { at, pitch } of [
    { at: 0, pitch: 659.26 },
    { at: 0.38, pitch: 523.25 },
  ]) {
    for (let index = Math.round(at * sampleRate); index < samples.length; index++) {
      const time = index / sampleRate - at;
      const attack = Math.min(1, time / 0.006);
      const tone = [1, 2, 3.01].reduce(
        (sum, multiple, overtone) =>
          sum +
          (Math.sin(2 * Math.PI * pitch * multiple * time) * Math.exp(-time * (3.2 + 4 * overtone))) /
            (1 + 3 * overtone),
        0,
      );
      samples[index] += attack * tone;
    }
  }
  const end = Math.round(0.12 * sampleRate);
  for (let index = 0; index < end; index++) samples[samples.length - 1 - index] *= index / end;
  return samples;
}

/**
 * Trimmed, and at the common loudness. Where single peaks stand in the way they are rounded off, which on a vowel's
 * pulses isn't heard; a plain gain would leave that word quieter than its neighbours.
 */
function leveled(samples) {
  let word = trimSilence(samples, sampleRate);
  for (let round = 0; round < 8; round++) {
    const gain = 10 ** ((targetLoudness - loudness(word, sampleRate)) / 20);
    if (Math.abs(20 * Math.log10(gain)) < 0.05) break;
    word = word.map((sample) => roundedOff(sample * gain));
  }
  return evenOut(word, sampleRate);
}

function roundedOff(sample) {
  const knee = 0.6;
  const ceiling = 0.84;
  const size = Math.abs(sample);
  if (size <= knee) return sample;
  return Math.sign(sample) * (knee + (ceiling - knee) * Math.tanh((size - knee) / (ceiling - knee)));
}

function write(folder, name, samples) {
  const file = join(folder, `${name}.opus`);
  const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  // 40 kbit/s keeps the consonants' noise; bitexact, so that the same words give the same file.
  run(
    'ffmpeg',
    ['-f', 'f32le', '-ar', `${sampleRate}`, '-ac', '1', '-i', '-'].concat(
      ['-c:a', 'libopus', '-b:a', '40k', '-application', 'voip', '-map_metadata', '-1'],
      ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-y', file],
    ),
    pcm,
  );
  const kept = toSamples(readFileSync(file));
  console.log(
    [
      `${folder.slice(-2)}/${name}`.padEnd(22),
      `${(kept.length / sampleRate).toFixed(3)} s`,
      `${loudness(kept, sampleRate).toFixed(1)} LUFS`,
      `peak ${(20 * Math.log10(peak(kept))).toFixed(1)} dBFS`,
      `${statSync(file).size} bytes`,
    ].join('  '),
  );
}

/** Any audio that ffmpeg knows, as mono samples at the pack's rate. */
function toSamples(audio, filters = 'anull') {
  const pcm = run(
    'ffmpeg',
    ['-i', '-', '-af', filters, '-ac', '1', '-ar', `${sampleRate}`, '-f', 'f32le', '-'],
    audio,
  );
  return new Float32Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + pcm.byteLength));
}

function run(program, parameters, input) {
  const quiet = program === 'ffmpeg' ? ['-hide_banner', '-loglevel', 'error'] : [];
  const { status, stdout, stderr, error } = spawnSync(program, [...quiet, ...parameters], {
    input,
    maxBuffer: 64 * 2 ** 20,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}
