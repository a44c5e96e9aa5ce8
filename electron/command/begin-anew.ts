import { startApp } from '../app';
import { machineClock } from '../clock';
import { createLog } from '../log';
import { describeLostHall } from '../lost-hall/describe-lost-hall';
import { HallLost } from '../lost-hall/lost-hall';
import { CommandFault, commandExits } from './command-fault';
import type { CommandLanguage, Words } from './command-words';
import { confirm } from './confirm';
import type { FoundHall } from './find-hall';

/**
 * Lets a new hall begin where the database is lost and no copy is to take its place: what is left is put aside, and a copy of the
 * second place can be restored on the page of the first account. Asks first, unless `yes`. Throws `CommandFault` where nothing is lost.
 */
export async function beginAnew(
  { config, running }: FoundHall,
  {
    yes,
    words,
    language,
  }: { readonly yes: boolean; readonly words: Words; readonly language: CommandLanguage },
): Promise<void> {
  if (!yes && !process.stdin.isTTY) throw new CommandFault(commandExits.usage, 'command.beginAnew.askYes');
  if (running) throw new CommandFault(commandExits.failed, 'command.beginAnew.notLost');
  const alone = { ...config, host: '127.0.0.1', port: 0, httpsPort: null, logLevel: 'warn' as const };
  const parts = { machine: machineClock, log: createLog('silent') };
  try {
    const app = await startApp(alone, parts);
    await app.stop();
  } catch (error) {
    if (!(error instanceof HallLost)) throw error;
    const { sentence, offer } = describeLostHall(error);
    console.log([sentence[language], offer?.[language]].filter(Boolean).join('\n'));
    await confirm('command.beginAnew.sure', yes, words);
    const app = await startApp(alone, { ...parts, whenLost: 'begin_anew' });
    await app.stop();
    console.log(words('command.beginAnew.done'));
    return;
  }
  throw new CommandFault(commandExits.failed, 'command.beginAnew.notLost');
}
