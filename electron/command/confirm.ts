import { createInterface } from 'node:readline/promises';
import { CommandFault, commandExits } from './command-fault';
import type { CommandKey, Words } from './command-words';

/** Asks at the terminal whether it should be done, unless `yes`. Throws `CommandFault` where it should not. */
export async function confirm(question: CommandKey, yes: boolean, words: Words): Promise<void> {
  if (yes) return;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(words(question));
  asking.close();
  if (!/^\s*(ya|y|yes)\s*$/i.test(answer))
    throw new CommandFault(commandExits.failed, 'command.restore.kept');
}
