import { join } from 'node:path';
import { CopyUnusableError } from '../store/backups/restorable-copy';
import { takeBackDatabase } from '../store/backups/take-back';
import { CommandFault, commandExits } from './command-fault';
import type { Words } from './command-words';

/** Gives the database of a hall that doesn't run the shape of this version again, by a copy from before it was converted. */
export async function takeBack(dataDir: string, former: string | undefined, words: Words): Promise<void> {
  try {
    const taken = await takeBackDatabase(join(dataDir, 'antre.sqlite'), former ?? '');
    console.log(words(`command.takeBack.${taken}`));
  } catch (error) {
    if (!(error instanceof CopyUnusableError)) throw error;
    throw new CommandFault(commandExits.failed, 'command.takeBack.refused', { fault: error.fault });
  }
}
