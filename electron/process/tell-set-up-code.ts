import { join } from 'node:path';

/**
 * The sentence of a start before the first account exists. The code itself is for a person at a terminal: a system's
 * journal keeps what it is told, for many to read.
 */
export function setUpCodeSentence(setUp: {
  readonly url: string;
  readonly code: string;
  readonly dataDir: string;
  /** Whether somebody reads along, and nothing else does. */
  readonly atTerminal: boolean;
}): string {
  const begin = `The code to make the first account at ${setUp.url}/staff`;
  return setUp.atTerminal
    ? `${begin}: ${setUp.code}`
    : `${begin} is in ${join(setUp.dataDir, 'setup-code')}.`;
}

/** Whether the start is watched at a terminal: this process's own, or that of the script that started it. */
export function isAtTerminal(): boolean {
  return process.stdout.isTTY === true || process.env.ANTRE_TERMINAL === '1';
}
