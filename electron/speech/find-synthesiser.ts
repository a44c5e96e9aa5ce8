import { findEspeak } from './espeak';
import type { Synthesiser } from './synthesiser';
import { findWindowsVoices } from './windows-voices';

/** What this machine reads aloud by, or null: Windows' own voices there, else espeak-ng where somebody installed it. */
export async function findSynthesiser(): Promise<Synthesiser | null> {
  return (process.platform === 'win32' ? await findWindowsVoices() : null) ?? (await findEspeak());
}
