import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parsePrinterTarget, type ReachableTarget } from './contract/printer-target';
import { decodeWritten } from './contract/written-text';
import { readMachineRole } from './store/machine-role';

/** Where tickets are printed. */
export type PrinterTarget = { readonly kind: 'preview' } | { readonly kind: 'none' } | ReachableTarget;

/** A scanner at a serial port, as a printer at one. */
export type ScannerPort = Extract<ReachableTarget, { kind: 'serial' }>;

/** Everything that is set from outside, read once at start. */
export interface Config {
  /** Addresses and networks of proxies whose word is taken for who asks, by which name, and whether by https. */
  readonly trustedProxies: readonly string[];
  /**
   * Which programs at this machine are the built-in kiosk without a token: those of Antre's own user, any that asks
   * directly, or none.
   */
  readonly localKiosk: 'own' | 'any' | 'none';
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** The port by https, beside the other one; 0 as there, null: https isn't served. */
  readonly httpsPort: number | null;
  readonly host: string;
  readonly dataDir: string;
  /** Null: as the admins choose, and a picture on the screen until they do. */
  readonly printer: PrinterTarget | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** A configuration file that a new data directory starts from; null: the practice site. */
  readonly siteFile: string | null;
  /** The built pages (`build/pages`). */
  readonly pagesDir: string;
  /** Where a package's updater is asked and tells (scripts/installed/update); null: Antre was put on this machine in another way. */
  readonly updatesDir: string | null;
}

/** What the windows need besides, and what makes this machine one that works for another. */
export interface ShellConfig extends Config {
  /** The first kiosk's address, for which this machine works (`http://10.0.0.5:4180`); null: this is the first. */
  readonly hub: string | null;
  /** Whether it was the hall's main machine, and that one took over. */
  readonly wasMain: boolean;
  /** Whether a second screen, where there is one, shows the lobby's display. */
  readonly display: 'second-screen' | 'none';
  /** The serial port of this machine's scanner; null: none, or one that needs no setting. */
  readonly scanner: ScannerPort | null;
  /** What this machine's window is for; all but the kiosk need a hub. */
  readonly surface: Surface;
  /** What this start does where the hall's database is lost; by flags only, so that it is chosen each time. */
  readonly whenLost: WhenLost;
}

/** What a start does where the hall's database is lost: nothing but ask, or what was chosen. */
export type WhenLost = 'ask' | 'restore' | 'begin_anew';

/** What one machine's window shows: the kiosk, an officer's or admin's work, the lobby's display. */
export type Surface = 'kiosk' | 'desk' | 'display';

/** What was set cannot be used; each sentence says which value, where it came from and what is expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** Where the values come from. */
export interface ConfigSources {
  /** The command line after the program's name. */
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pagesDir: string;
  readonly platform?: NodeJS.Platform;
  /** Flags that are somebody else's, such as Chromium's on Electron's command line: they are left alone. */
  readonly isOthers?: (flag: string) => boolean;
}

const expectations = {
  port: 'a whole number from 0 to 65535 (0: any free port)',
  httpsPort: 'a whole number from 0 to 65535 (0: any free port), or none',
  host: 'an IP address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  dataDir: 'the absolute path of a folder',
  printer:
    'preview, none, tcp://HOST:PORT, usb:04b8:0e28, serial:/dev/ttyUSB0?baud=19200, file:/dev/usb/lp0, share:\\\\HOST\\NAME or spooler:NAME',
  log: 'debug, info, warn, error or silent',
  site: 'the absolute path of a configuration file',
  display: 'second-screen or none',
  hub: "the first kiosk's address, such as http://192.168.1.10:4180",
  scanner: 'none, serial:/dev/ttyACM0 or serial:COM3?baud=9600',
  surface: 'kiosk, desk or display (desk and display need a hub)',
  trustedProxies: 'addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/24',
  localKiosk: 'own, any or none',
  restore: 'newest',
  updates: 'the absolute path of a folder',
} as const;

type Key = keyof typeof expectations;

const names: Record<Key, { readonly environment?: string; readonly flag: string }> = {
  port: { environment: 'ANTRE_PORT', flag: '--port' },
  httpsPort: { environment: 'ANTRE_HTTPS_PORT', flag: '--https-port' },
  host: { environment: 'ANTRE_HOST', flag: '--host' },
  dataDir: { environment: 'ANTRE_DATA_DIR', flag: '--data-dir' },
  printer: { environment: 'ANTRE_PRINTER', flag: '--printer' },
  log: { environment: 'ANTRE_LOG', flag: '--log' },
  site: { environment: 'ANTRE_SITE', flag: '--site' },
  display: { environment: 'ANTRE_DISPLAY', flag: '--display' },
  hub: { environment: 'ANTRE_HUB', flag: '--hub' },
  scanner: { environment: 'ANTRE_SCANNER', flag: '--scanner' },
  surface: { environment: 'ANTRE_SURFACE', flag: '--surface' },
  trustedProxies: { environment: 'ANTRE_TRUSTED_PROXIES', flag: '--trusted-proxies' },
  localKiosk: { environment: 'ANTRE_LOCAL_KIOSK', flag: '--local-kiosk' },
  restore: { flag: '--restore' },
  updates: { environment: 'ANTRE_UPDATES', flag: '--updates' },
};
/** A flag without a value. */
const beginAnewFlag = '--begin-anew';

/** The keys of `DATA_DIR/config.json`: all but the folder that it lies in, and what is chosen for one start. */
const fileKeys = (Object.keys(names) as Key[]).filter((key) => key !== 'dataDir' && key !== 'restore');

interface Given {
  readonly text: string;
  readonly source: string;
}

/**
 * Reads the configuration: a flag (`--port 4180` or `--port=4180`) goes before the environment
 * (`ANTRE_PORT`), that before `DATA_DIR/config.json` (`{"port": 4180}`), that before the default. An empty
 * environment variable counts as not set. Throws `ConfigError` with a sentence for every value that can't be
 * used.
 */
export function readConfig(sources: ConfigSources): ShellConfig {
  const complaints: string[] = [];
  const flags = readFlags(sources, complaints);
  const given = (key: Key, file: ReadonlyMap<Key, Given>): Given | undefined => {
    const { environment } = names[key];
    const fromEnvironment = environment && sources.environment[environment];
    return (
      flags.get(key) ??
      (fromEnvironment
        ? { text: fromEnvironment, source: `The environment variable ${environment}` }
        : undefined) ??
      file.get(key)
    );
  };
  const value = <Value>(
    key: Key,
    file: ReadonlyMap<Key, Given>,
    fallback: Value,
    parse: (text: string) => Value | undefined,
  ): Value => {
    const found = given(key, file);
    if (!found) return fallback;
    const parsed = parse(found.text);
    if (parsed !== undefined) return parsed;
    complaints.push(`${found.source} is "${found.text}"; expected ${expectations[key]}.`);
    return fallback;
  };

  const dataDir = value('dataDir', new Map(), defaultDataDir(sources), absolutePath);
  const file = readFile(join(dataDir, 'config.json'), complaints);
  const set = value<string | null>('hub', file, null, hubAddress);
  const role = readMachineRole(dataDir);
  const hub = role === null ? set : role.role === 'main' ? null : role.hub;
  const port = value('port', file, 4180, portNumber);
  const config: ShellConfig = {
    dataDir,
    hub,
    wasMain: role?.role === 'former',
    pagesDir: sources.pagesDir,
    port,
    httpsPort: value<number | null>('httpsPort', file, besidePort(port), (text) =>
      text === 'none' ? null : portNumber(text),
    ),
    host: value('host', file, '127.0.0.1', hostName),
    printer: value<PrinterTarget | null>('printer', file, null, printerTarget),
    logLevel: value<Config['logLevel']>(
      'log',
      file,
      'info',
      oneOf('debug', 'info', 'warn', 'error', 'silent'),
    ),
    siteFile: value<string | null>('site', file, null, absolutePath),
    updatesDir: value<string | null>('updates', file, null, absolutePath),
    trustedProxies: value('trustedProxies', file, [], proxyAddresses),
    localKiosk: value<Config['localKiosk']>('localKiosk', file, 'own', oneOf('own', 'any', 'none')),
    display: value<ShellConfig['display']>('display', file, 'second-screen', oneOf('second-screen', 'none')),
    scanner: value<ScannerPort | null>('scanner', file, null, scannerPort),
    surface: value<Surface>('surface', file, 'kiosk', (text) =>
      hub === null ? oneOf('kiosk')(text) : oneOf('kiosk', 'desk', 'display')(text),
    ),
    whenLost: sources.flags.includes(beginAnewFlag)
      ? 'begin_anew'
      : value<WhenLost>('restore', file, 'ask', (text) => (text === 'newest' ? 'restore' : undefined)),
  };
  if (complaints.length > 0) throw new ConfigError(complaints);
  return config;
}

function readFlags(sources: ConfigSources, complaints: string[]): ReadonlyMap<Key, Given> {
  const byFlag = new Map((Object.keys(names) as Key[]).map((key) => [names[key].flag, key]));
  const found = new Map<Key, Given>();
  const rest = [...sources.flags];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [flag = '', ...afterEquals] = argument.split('=');
    const key = byFlag.get(flag);
    if (argument === beginAnewFlag) continue;
    if (!key) {
      if (sources.isOthers?.(flag)) continue;
      complaints.push(
        `The flag ${argument} is unknown; known are ${[...byFlag.keys(), beginAnewFlag].join(', ')}.`,
      );
      continue;
    }
    const text = afterEquals.length > 0 ? afterEquals.join('=') : rest.shift();
    if (text) found.set(key, { text, source: `The flag ${flag}` });
    else complaints.push(`The flag ${flag} has no value; expected ${expectations[key]}.`);
  }
  return found;
}

function readFile(path: string, complaints: string[]): ReadonlyMap<Key, Given> {
  const found = new Map<Key, Given>();
  let content: unknown;
  try {
    content = JSON.parse(decodeWritten(readFileSync(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return found;
    complaints.push(`${path} can't be read as JSON: ${(error as Error).message}.`);
    return found;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    complaints.push(`${path} must hold one JSON object, such as {"port": 4180}.`);
    return found;
  }
  for (const [name, setting] of Object.entries(content)) {
    const key = fileKeys.find((known) => known === name);
    if (!key) {
      complaints.push(`${path} has the unknown key "${name}"; known are ${fileKeys.join(', ')}.`);
    } else if (typeof setting !== 'string' && typeof setting !== 'number') {
      complaints.push(`${path}: "${name}" is ${JSON.stringify(setting)}; expected ${expectations[key]}.`);
    } else {
      found.set(key, { text: String(setting), source: `${path}: "${name}"` });
    }
  }
  return found;
}

/** Where the data lies unless something else is said. */
export function defaultDataDir({
  environment,
  platform = process.platform,
}: Pick<ConfigSources, 'environment' | 'platform'>): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Antre');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Antre');
    default: {
      // The XDG base directory specification tells to ignore a path that is not absolute.
      const data = environment.XDG_DATA_HOME;
      return join(data && isAbsolute(data) ? data : join(home, '.local', 'share'), 'antre');
    }
  }
}

function absolutePath(text: string): string | undefined {
  return isAbsolute(text) ? resolve(text) : undefined;
}

function portNumber(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65535 ? port : undefined;
}

/** 443 beside 80, else the next one; any free port beside any. */
function besidePort(port: number): number | null {
  if (port === 0) return 0;
  if (port === 80) return 443;
  return port < 65535 ? port + 1 : null;
}

function hostName(text: string): string | undefined {
  return /^[a-zA-Z0-9.:-]{1,253}$/.test(text) ? text : undefined;
}

function proxyAddresses(text: string): readonly string[] | undefined {
  const given = text.split(',').map((each) => each.trim());
  const areAddresses = given.every((each) => {
    const [address = '', prefix, ...more] = each.split('/');
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    if (bits === -1 || more.length > 0) return false;
    return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  });
  return areAddresses ? given : undefined;
}

function hubAddress(text: string): string | undefined {
  try {
    const { protocol, origin, pathname, search, hash, username } = new URL(text);
    const bare = pathname === '/' && search === '' && hash === '' && username === '';
    return bare && (protocol === 'http:' || protocol === 'https:') ? origin : undefined;
  } catch {
    return undefined;
  }
}

function printerTarget(text: string): PrinterTarget | undefined {
  return text === 'preview' || text === 'none' ? { kind: text } : parsePrinterTarget(text);
}

/** As a printer's port, but at the speed that scanners are delivered with. */
function scannerPort(text: string): ScannerPort | null | undefined {
  if (text === 'none') return null;
  const target = parsePrinterTarget(text.includes('?') ? text : `${text}?baud=9600`);
  return target?.kind === 'serial' ? target : undefined;
}

function oneOf<Word extends string>(...words: readonly Word[]): (text: string) => Word | undefined {
  return (text) => words.find((word) => word === text);
}
