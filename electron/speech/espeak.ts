import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Language } from '../contract/languages';
import { withPhonemes } from './sayable';
import { SpeechFault, type Synthesiser } from './synthesiser';
import { wholeWave } from './wave-file';

/** The voice of each language; Javanese has none, and read by Indonesian rules it is another language's sounds. */
const wantedVoices: readonly (readonly [Language, string])[] = [
  ['id', 'id'],
  ['en', 'en-gb'],
];
/** Words a minute, a little faster than the lobby's clips, and their pitch. */
const manner = ['-s', '132', '-p', '42'];
/** Rises whenever what is asked of the program changes, so that what was made before is made anew. */
const recipe = 1;

/** Longer than the longest sentence takes on a slow kiosk; one that hangs is killed. */
const longestMs = 8_000;
/** So many times as long for what nobody waits for, which is made behind everything else. */
const patience = 4;
/** Two minutes of sound. */
const mostBytes = 6 * 1024 * 1024;

/**
 * espeak-ng as this machine has it (Debian's package; a program of its own that is called and never shipped), or null.
 *
 * @param program its name on the path, or a path
 */
export async function findEspeak(program = 'espeak-ng', limitMs = longestMs): Promise<Synthesiser | null> {
  let version: string | undefined;
  let list: string;
  try {
    version = /text-to-speech: (\S+)/.exec((await run(program, ['--version'], '', limitMs)).toString())?.[1];
    list = (await run(program, ['--voices'], '', limitMs)).toString();
  } catch {
    return null;
  }
  if (version === undefined) return null;
  const installed = new Set(list.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  const voices = Object.fromEntries(wantedVoices.filter(([, voice]) => installed.has(voice))) as Partial<
    Record<Language, string>
  >;
  return {
    name: 'espeak-ng',
    version,
    recipe,
    voices,
    async make({ language, text }, isPatient) {
      const voice = voices[language];
      if (voice === undefined) throw new SpeechFault('failed', `espeak-ng has no voice for ${language}`);
      // The text goes in by a pipe, so that none becomes an option; without -m, markup is nothing to it.
      const parameters = ['-v', voice, ...manner, '-b', '1', '--stdin', '--stdout'];
      const wave = wholeWave(
        await run(program, parameters, withPhonemes(language, text), limitMs, isPatient),
      );
      if (!wave) throw new SpeechFault('failed', 'espeak-ng made no sound');
      return wave;
    },
    stop: () => undefined,
  };
}

function run(
  program: string,
  parameters: readonly string[],
  input: string,
  limitMs: number,
  isPatient = false,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      parameters,
      {
        encoding: 'buffer',
        timeout: isPatient ? limitMs * patience : limitMs,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        if (error.killed) return reject(new SpeechFault('too_long', `${program} took too long`));
        const isGone = ['ENOENT', 'EACCES'].includes(String(error.code));
        const words = stderr.toString().trim().slice(-300) || error.message;
        reject(new SpeechFault(isGone ? 'gone' : 'failed', words));
      },
    );
    if (isPatient && child.pid !== undefined) goBehind(child.pid);
    // One that ended before it read tells by its end.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`${input}\n`);
  });
}

function goBehind(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system doesn't let it.
  }
}
