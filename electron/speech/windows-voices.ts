import { PowerShell, type PowerShellSilence, powerShellText } from '../../native/power-shell';
import type { Language } from '../contract/languages';
import { SpeechFault, type Synthesiser } from './synthesiser';
import { wholeWave } from './wave-file';
import { windowsSpeechProgram } from './windows-program';

/** Which cultures speak a language, the best first; Windows has no Javanese voice. */
const cultures: Readonly<Partial<Record<Language, RegExp>>> = { id: /^(id|in)(-|$)/i, en: /^en(-|$)/i };
/** Rises whenever it is asked otherwise. */
const recipe = 1;
/** Milliseconds: to start PowerShell takes some seconds on a kiosk. */
const defaultLimits = { start: 20_000, answer: 8_000 };

/** Windows' own voices, or null where this is no Windows, or it has no voice for any of the hall's languages. */
export async function findWindowsVoices(limits = defaultLimits): Promise<Synthesiser | null> {
  const shell = new PowerShell(windowsSpeechProgram);
  const told = await shell.ask(['voices'], limits.answer, limits.start);
  const voices = typeof told === 'string' || told[0] !== 'voices' ? {} : voicesByLanguage(told.slice(1));
  if (Object.keys(voices).length === 0) {
    shell.close();
    return null;
  }
  // It takes one question at a time.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (words: readonly string[]) => {
    const answer = last.then(() => shell.ask(words, limits.answer, limits.start));
    last = answer;
    return answer;
  };
  return {
    name: 'windows',
    version: Object.values(voices).join(', '),
    recipe,
    voices,
    async make({ language, text }) {
      const voice = voices[language];
      if (voice === undefined) throw new SpeechFault('failed', `Windows has no voice for ${language}`);
      const answer = await ask(['say', powerShellText.write(voice), powerShellText.write(text)]);
      if (typeof answer === 'string') throw new SpeechFault(faultOf[answer], `PowerShell: ${answer}`);
      const [word, bytes = ''] = answer;
      if (word !== 'wav') throw new SpeechFault('failed', powerShellText.read(bytes).slice(0, 300));
      const wave = wholeWave(Buffer.from(bytes, 'base64'));
      if (!wave) throw new SpeechFault('failed', 'Windows made no sound');
      return wave;
    },
    stop: () => shell.close(),
  };
}

const faultOf = {
  starting: 'too_long',
  timed_out: 'too_long',
  missing: 'gone',
  ended: 'failed',
} as const satisfies Readonly<Record<PowerShellSilence, SpeechFault['kind']>>;

/** The first voice of each language, of names and cultures in turn. */
function voicesByLanguage(told: readonly string[]): Partial<Record<Language, string>> {
  const found: Partial<Record<Language, string>> = {};
  for (let at = 0; at + 1 < told.length; at += 2) {
    const name = powerShellText.read(told[at] ?? '');
    for (const [language, culture] of Object.entries(cultures) as [Language, RegExp][]) {
      if (culture.test(told[at + 1] ?? '')) found[language] ??= name;
    }
  }
  return found;
}
