import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesiser } from '../../electron/speech/synthesiser';
import { toneWav } from './sendable-files';
import { temporaryFolder } from './temporary-store';

/** Whether this machine has Debian's espeak-ng. */
export const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0;

/** What somebody listening would know of a WAV file of 16 bits: how long it lasts, and how loud it is (0 … 1, root mean square). */
export function heardOf(wave: Buffer): { readonly seconds: number; readonly loudness: number } {
  const rate = wave.readUInt32LE(24);
  const data = wave.indexOf('data', 12, 'latin1') + 8;
  const samples = Array.from(
    { length: (wave.length - data) / 2 },
    (_, at) => wave.readInt16LE(data + at * 2) / 32_768,
  );
  const power = samples.reduce((sum, each) => sum + each ** 2, 0) / samples.length;
  return { seconds: samples.length / rate, loudness: Math.sqrt(power) };
}

/** A program in espeak-ng's place that does something else than speak, and what it was given. */
export function falseEspeak(does: string): { readonly program: string; readonly starts: () => number } {
  const folder = temporaryFolder();
  const program = join(folder, 'espeak-ng');
  const starts = join(folder, 'starts');
  writeFileSync(
    program,
    [
      '#!/bin/sh',
      'case "$1" in',
      '--version) echo "eSpeak NG text-to-speech: 1.51  Data at: /nowhere"; exit ;;',
      '--voices) echo " 5  id  --/M  Indonesian poz/id"; exit ;;',
      'esac',
      `echo >> '${starts}'`,
      does,
    ].join('\n'),
  );
  chmodSync(program, 0o755);
  return { program, starts: () => (existsSync(starts) ? readFileSync(starts, 'utf8').length : 0) };
}

/** A synthesiser that whistles, of any version, and notes what it was asked to say. */
export function whistle(
  version = '1',
  { fails = () => false }: { readonly fails?: (text: string) => boolean } = {},
): Synthesiser & { readonly said: string[] } {
  const said: string[] = [];
  return {
    ...{ name: 'espeak-ng', version, recipe: 1, voices: { id: 'id', en: 'en-gb' }, said },
    async make({ language, text }) {
      said.push(`${language} ${text}`);
      if (fails(text)) throw new Error(`can't say ${text}`);
      return toneWav(0.1);
    },
    stop: () => undefined,
  };
}
