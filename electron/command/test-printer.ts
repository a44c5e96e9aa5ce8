import { type CommandExit, CommandFault, commandExits } from './command-fault';
import type { Words } from './command-words';
import type { FoundHall } from './find-hall';

/** Prints a test ticket on the printer of that name, or on the only one; returns `failed` where it didn't come out. */
export async function testPrinter(
  { running }: FoundHall,
  { name, words }: { readonly name: string | undefined; readonly words: Words },
): Promise<CommandExit> {
  if (!running) throw new CommandFault(commandExits.notRunning, 'command.notRunning');
  const kept = await running.call('adminPrinters');
  const known = kept.map((each) => each.name).join(', ') || '–';
  const fitting =
    name === undefined ? kept : kept.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  const [printer, ...others] = fitting;
  if (!printer && name === undefined) throw new CommandFault(commandExits.failed, 'command.printer.none');
  if (!printer)
    throw new CommandFault(commandExits.usage, 'command.printer.unknown', { given: name ?? '', known });
  if (others.length > 0) throw new CommandFault(commandExits.usage, 'command.printer.which', { known });
  const { target, profile, deviceId } = printer;
  const { outcome, status } = await running.call('testPrinter', { body: { target, profile, deviceId } });
  console.log(
    `${printer.name}: ${words(`command.printer.${outcome}`)} (${[status.state, status.cause, status.detail].filter(Boolean).join(', ')})`,
  );
  return outcome === 'not_sent' ? commandExits.failed : commandExits.done;
}
