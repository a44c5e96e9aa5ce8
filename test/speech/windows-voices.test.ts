import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { windowsSpeechProgram } from '../../electron/speech/windows-program';
import { findWindowsVoices } from '../../electron/speech/windows-voices';
import { toneWav } from '../support/sendable-files';
import { temporaryFolder } from '../support/temporary-store';

/** A `powershell` that stands first on the path until the test ends, with these voices. */
function fakeWindows(voices: readonly (readonly [string, string])[], fails = false): string {
  const folder = temporaryFolder();
  copyFileSync(
    join(import.meta.dirname, '../support/fake-windows-voices.mjs'),
    join(folder, 'powershell.mjs'),
  );
  symlinkSync('powershell.mjs', join(folder, 'powershell'));
  writeFileSync(join(folder, 'voices.json'), JSON.stringify({ voices, fails }));
  writeFileSync(join(folder, 'tone.wav'), toneWav(0.1));
  vi.stubEnv('PATH', [folder, dirname(process.execPath), process.env.PATH].join(delimiter));
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}
async function found() {
  const synthesiser = await findWindowsVoices();
  if (!synthesiser) throw new Error('no voices were found');
  onTestFinished(() => synthesiser.stop());
  return synthesiser;
}

test("the first voice of each of the hall's languages is taken, and says what it is given, whatever is in it", async () => {
  const folder = fakeWindows([
    ['Microsoft Hedda', 'de-DE'],
    ['Microsoft Zira', 'en-US'],
    ['Microsoft Andika', 'id-ID'],
    ['Microsoft Gadis', 'id-ID'],
  ]);
  const voice = await found();
  expect(voice).toMatchObject({ name: 'windows', voices: { id: 'Microsoft Andika', en: 'Microsoft Zira' } });
  const texts = ["Gerai 'Pajak'; Remove-Item C:\\", '$(exit)', '--help', '<break time="9s"/>'];
  // At once, as a kiosk asks: each gets its own answer.
  const waves = await Promise.all(texts.map((text) => voice.make({ language: 'id', text }, false)));
  expect(waves).toEqual(texts.map(() => toneWav(0.1)));
  const said = readFileSync(join(folder, 'said'), 'utf8').trim().split('\n');
  expect(said.map((line) => JSON.parse(line))).toEqual(texts.map((text) => ['Microsoft Andika', text]));
  // Nothing that is to be said is on the command line, and the program fits into one (32,767 letters).
  const words = JSON.parse(readFileSync(join(folder, 'arguments.json'), 'utf8')) as string[];
  expect(Buffer.from(words.at(-1) ?? '', 'base64').toString('utf16le')).toBe(windowsSpeechProgram);
  expect(words.slice(0, -1)).toEqual([
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-EncodedCommand',
  ]);
  expect(words.join(' ').length).toBeLessThan(30_000);
});

test('what Windows says of a failure is told', async () => {
  fakeWindows([['Microsoft Andika', 'id-ID']], true);
  const voice = await found();
  await expect(voice.make({ language: 'id', text: 'satu' }, false)).rejects.toThrow('No voice is installed');
  await expect(voice.make({ language: 'en', text: 'one' }, false)).rejects.toThrow(
    'Windows has no voice for en',
  );
});

test("Windows without a voice for any of the hall's languages has none, nor has a machine without PowerShell", async () => {
  fakeWindows([['Microsoft Hedda', 'de-DE']]);
  expect(await findWindowsVoices()).toBeNull();
  vi.stubEnv('PATH', temporaryFolder());
  expect(await findWindowsVoices()).toBeNull();
});
