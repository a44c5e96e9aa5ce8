import { isAbsolute, join, resolve } from 'node:path';
import { type Config, ConfigError, defaultDataDir } from '../config';

/** Everything that is set from outside, read once at start. */
export interface CentreConfig {
  /** A PostgreSQL of 15 or newer; null: the embedded one, in the data directory. */
  readonly databaseUrl: string | null;
  /** Where the embedded database lies. */
  readonly dataDir: string;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** The address by which halls and people come, from a proxy that ends TLS; null: as the machine is called. */
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly logLevel: Config['logLevel'];
  readonly pagesDir: string;
  /** This start makes all that is shown anew from the journals, beside the processes that serve, and ends. */
  readonly rebuild: boolean;
}

/**
 * Reads the centre's configuration from the environment; a flag (`--port 4190`) goes before. Throws `ConfigError` with a
 * sentence for each value that can't be used.
 */
export function readCentreConfig(from: {
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pagesDir: string;
}): CentreConfig {
  const complaints: string[] = [];
  const flags = readFlags(from.flags, complaints);
  const value = <Value>(
    [flag, name, expected]: readonly [flag: string, name: string, expected: string],
    fallback: Value,
    parse: (text: string) => Value | undefined,
  ): Value => {
    const text = flags.get(flag) ?? (from.environment[name] || undefined);
    if (text === undefined) return fallback;
    const parsed = parse(text);
    if (parsed !== undefined) return parsed;
    const source = flags.has(flag) ? `The flag ${flag}` : `The environment variable ${name}`;
    // The database's address may hold a password, and stays out of logs.
    const shown = flag === '--database' ? 'no such address' : `"${text}"`;
    complaints.push(`${source} is ${shown}; expected ${expected}.`);
    return fallback;
  };
  const config: CentreConfig = {
    databaseUrl: value<string | null>(settings.database, null, (text) =>
      urlOf(text, 'postgres:', 'postgresql:') === undefined ? undefined : text,
    ),
    dataDir: value(settings.dataDir, join(defaultDataDir(from), 'centre'), (text) =>
      isAbsolute(text) ? resolve(text) : undefined,
    ),
    host: value(settings.host, '127.0.0.1', (text) =>
      /^[a-zA-Z0-9.:-]{1,253}$/.test(text) ? text : undefined,
    ),
    port: value(settings.port, 4190, (text) =>
      /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined,
    ),
    publicUrl: value<string | null>(settings.url, null, (text) => urlOf(text, 'https:', 'http:')?.origin),
    trustedProxies: value<readonly string[]>(settings.proxies, [], (text) => {
      const proxies = text.split(',').map((each) => each.trim());
      return proxies.every((each) => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(each)) ? proxies : undefined;
    }),
    logLevel: value<Config['logLevel']>(settings.log, 'info', (text) =>
      (['debug', 'info', 'warn', 'error', 'silent'] as const).find((level) => level === text),
    ),
    pagesDir: from.pagesDir,
    rebuild: from.flags.includes(rebuildFlag),
  };
  if (complaints.length > 0) throw new ConfigError(complaints);
  return config;
}

/** A flag without a value. */
const rebuildFlag = '--rebuild';

const settings = {
  database: ['--database', 'ANTRE_CENTRE_DATABASE', 'the address of a PostgreSQL, postgres://USER@HOST/NAME'],
  dataDir: ['--data-dir', 'ANTRE_CENTRE_DATA_DIR', 'the absolute path of a folder'],
  host: ['--host', 'ANTRE_CENTRE_HOST', 'an IP address or a host name to listen on'],
  port: ['--port', 'ANTRE_CENTRE_PORT', 'a whole number from 0 to 65535 (0: any free port)'],
  url: ['--url', 'ANTRE_CENTRE_URL', 'the address by which others come, such as https://pusat.example.go.id'],
  proxies: ['--trusted-proxies', 'ANTRE_TRUSTED_PROXIES', 'addresses or networks with commas between'],
  log: ['--log', 'ANTRE_LOG', 'debug, info, warn, error or silent'],
} as const;

function readFlags(words: readonly string[], complaints: string[]): ReadonlyMap<string, string> {
  const known = Object.values(settings).map(([flag]) => flag as string);
  const found = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === rebuildFlag) continue;
    const [flag = '', ...after] = word.split('=');
    if (!known.includes(flag)) {
      complaints.push(`The flag ${flag} is unknown; known are ${known.join(', ')}.`);
      continue;
    }
    const text = after.length > 0 ? after.join('=') : rest.shift();
    if (text) found.set(flag, text);
    else complaints.push(`The flag ${flag} has no value.`);
  }
  return found;
}

function urlOf(text: string, ...protocols: readonly string[]): URL | undefined {
  try {
    const url = new URL(text);
    return protocols.includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
