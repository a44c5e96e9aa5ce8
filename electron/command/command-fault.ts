import type { CommandKey } from './command-words';

/** How the command ends; told by `antre --help`. */
export const commandExits = {
  done: 0,
  /** It could not be done; nothing was changed. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The hall doesn't run, where it would have to. */
  notRunning: 3,
  /** This user may not read the data directory, or it isn't one. */
  noAccess: 4,
} as const;
export type CommandExit = (typeof commandExits)[keyof typeof commandExits];

/** Why a command can't be done, in words with their cure. */
export class CommandFault extends Error {
  override name = 'CommandFault';
  constructor(
    readonly exit: CommandExit,
    readonly key: CommandKey,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
  }
}
