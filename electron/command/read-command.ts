import { parseArgs } from 'node:util';
import { CommandFault, commandExits } from './command-fault';
import { type CommandLanguage, commandLanguages, systemLanguage } from './command-words';

const options = {
  'data-dir': { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  follow: { type: 'boolean', short: 'f' },
  since: { type: 'string' },
  output: { type: 'string', short: 'o' },
  yes: { type: 'boolean', short: 'y' },
  now: { type: 'boolean' },
  tonight: { type: 'boolean' },
  leave: { type: 'boolean' },
  'leave-main': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
type Option = keyof typeof options;

const wishes = ['now', 'tonight', 'leave'] as const;

/** What each command takes besides `--data-dir`, `--language` and `--help`. */
const known: Readonly<Record<string, readonly Option[]>> = {
  status: ['json'],
  logs: ['follow', 'since', 'json'],
  backup: [],
  restore: ['yes'],
  'begin-anew': ['yes'],
  'take-over': ['yes', 'leave-main'],
  support: ['output'],
  'printer test': [],
  update: ['now', 'tonight', 'leave'],
  // For scripts/installed/update alone: no help tells of it.
  'take-back': [],
  help: [],
};

/** A command line as it was understood. */
export interface Command {
  readonly name: keyof typeof known;
  readonly language: CommandLanguage;
  /** Null: as Antre's own configuration has it. */
  readonly dataDir: string | null;
  /** What is restored, or which printer; undefined where nothing was named. */
  readonly object: string | undefined;
  readonly json: boolean;
  readonly follow: boolean;
  /** How far back, in milliseconds, or null. */
  readonly sinceMs: number | null;
  readonly output: string | undefined;
  readonly yes: boolean;
  /** Of a take-over: although the main machine answers. */
  readonly leaveMain: boolean;
  /** What is done about a newer version besides telling of it. */
  readonly update: 'now' | 'tonight' | 'leave' | null;
}

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a command line, without the program's name. Throws `CommandFault` for what isn't understood. */
export function readCommand(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const { values, positionals } = parsed(given);
  const language = values.language ?? systemLanguage(environment);
  if (!isLanguage(language)) {
    throw wrong('command.wrong.language', { given: language, known: commandLanguages.join(', ') });
  }
  const [first = 'help', ...others] = positionals;
  const [name, rest] =
    first === 'printer' ? [`printer ${others[0] ?? ''}`, others.slice(1)] : [first, others];
  if (values.help) return command('help');
  if (values.version) return command('version');
  const takes = known[name];
  if (!takes) throw wrong('command.wrong.name', { given: name.trim() });
  const takesObject = ['restore', 'printer test', 'update', 'take-back'].includes(name);
  const extra = rest[takesObject ? 1 : 0];
  if (extra !== undefined) throw wrong('command.wrong.extra', { given: extra });
  for (const option of ['json', 'follow', 'since', 'output', 'yes', 'leave-main', ...wishes] as const) {
    if (values[option] !== undefined && !takes.includes(option)) {
      throw wrong('command.wrong.option', { given: `--${option}`, name });
    }
  }
  return command(name, rest[0]);

  function command(chosen: string, object?: string): Command {
    return {
      name: chosen,
      language: language as CommandLanguage,
      dataDir: values['data-dir'] ?? null,
      object,
      json: values.json ?? false,
      follow: values.follow ?? false,
      sinceMs: values.since === undefined ? null : spanOf(values.since),
      output: values.output,
      yes: values.yes ?? false,
      leaveMain: values['leave-main'] ?? false,
      update: wishes.find((wish) => values[wish]) ?? null,
    };
  }
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    throw wrong('command.wrong.line', { detail: (error as Error).message });
  }
}

function isLanguage(text: string): text is CommandLanguage {
  return (commandLanguages as readonly string[]).includes(text);
}

/** `30m`, `2h`, `7d` in milliseconds. */
function spanOf(text: string): number {
  const [, amount, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) throw wrong('command.wrong.since', { given: text });
  return Number(amount) * units[unit as keyof typeof units];
}

function wrong(
  key: Extract<ConstructorParameters<typeof CommandFault>[1], `command.wrong.${string}`>,
  values: Readonly<Record<string, string>>,
): CommandFault {
  return new CommandFault(commandExits.usage, key, values);
}
