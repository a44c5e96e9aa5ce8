import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';
import { beginAnew } from './command/begin-anew';
import { type CommandExit, CommandFault, commandExits } from './command/command-fault';
import { type CommandKey, type CommandLanguage, systemLanguage, wordsIn } from './command/command-words';
import { makeCopy, restoreCopy } from './command/copies';
import { findHall } from './command/find-hall';
import { type Command, readCommand } from './command/read-command';
import { saveSupport } from './command/save-support';
import { showLogs } from './command/show-logs';
import { showStatus } from './command/show-status';
import { takeBack } from './command/take-back';
import { takeOverHere } from './command/take-over';
import { testPrinter } from './command/test-printer';
import { update } from './command/update';
import { describeStartUpFault } from './process/start-up-fault';

// `antre`: the command of whoever looks after the machine. It works through the hall that runs, or with its files.

/** What the command's files are beside: a clone, or what a package installed. */
const root = join(__dirname, '../..');

async function run(command: Command): Promise<CommandExit> {
  const { name, language, dataDir, object, json, follow, sinceMs, output, yes } = command;
  const words = wordsIn(language);
  if (name === 'help') return say(words('command.help', { version }));
  if (name === 'version') return say(version);
  const updatesItself = Boolean(process.env.ANTRE_UPDATES);
  if (name === 'update' && !updatesItself) {
    return say(
      words(existsSync(join(root, '.git')) ? 'command.update.clone' : 'command.update.package', {
        version,
        root,
      }),
    );
  }
  // What is written here is the hall's user's alone.
  process.umask(0o077);
  const found = await findHall(dataDir, process.env, join(__dirname, '../pages'));
  switch (name) {
    case 'status':
      return await showStatus(found, { words, language, json });
    case 'logs':
      return await showLogs(found.dataDir, { follow, json, sinceMs, words });
    case 'backup':
      await makeCopy(found, words);
      return commandExits.done;
    case 'restore':
      await restoreCopy(found, { object, yes, words });
      return commandExits.done;
    case 'begin-anew':
      await beginAnew(found, { yes, words, language });
      return commandExits.done;
    case 'take-over':
      await takeOverHere(found.dataDir, { yes, leaveMain: command.leaveMain, words });
      return commandExits.done;
    case 'support':
      await saveSupport(found, { output, words, language });
      return commandExits.done;
    case 'update':
      return await update(found, { wish: command.update, object, words });
    case 'take-back':
      await takeBack(found.dataDir, object, words);
      return commandExits.done;
    default:
      return await testPrinter(found, { name: object, words });
  }
}

function say(text: string): CommandExit {
  console.log(text);
  return commandExits.done;
}

/** Says why it could not be done, with its cure; returns how to end. */
function tell(error: unknown, language: CommandLanguage): CommandExit {
  const words = wordsIn(language);
  if (error instanceof CommandFault) {
    const { key, values, exit } = error;
    const detail = key === 'command.refused' ? words(`${values.code}.detail` as CommandKey, values) : '';
    console.error([words(key, values), detail].filter(Boolean).join(' '));
    if (exit === commandExits.usage) console.error(words('command.seeHelp'));
    return exit;
  }
  const fault = describeStartUpFault(error);
  console.error([fault.sentence[language], fault.offer?.[language], fault.detail].filter(Boolean).join('\n'));
  return commandExits.failed;
}

async function main(): Promise<void> {
  let language = systemLanguage(process.env);
  try {
    const command = readCommand(process.argv.slice(2), process.env);
    language = command.language;
    process.exitCode = await run(command);
  } catch (error) {
    process.exitCode = tell(error, language);
  }
}

// A pipe that was closed (`antre logs | head`) ends it.
process.stdout.on('error', () => process.exit(commandExits.done));
void main();
