import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../contract/admin-hall';
import type { MachineHealth, SupportBundle, SupportFile } from '../contract/admin-health';
import type { Configuration } from '../contract/configuration';
import type { DatabaseShape } from '../store/describe-database';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/support.json';
import { withoutTokens } from '../texts/without-secrets';
import { readLog } from './read-log';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/support.json', { eager: true, import: 'default' }),
);

/** So much of the log tells what led to a fault, and can still be read before it leaves. */
const logOfMs = 7 * 24 * 60 * 60_000;
const logBytes = 1024 * 1024;

/** What the bundle is made of; null: it could not be read, or isn't known while the hall doesn't run. */
export interface SupportParts {
  readonly dataDir: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly health: MachineHealth;
  readonly findings: readonly Finding[] | null;
  readonly configuration: Configuration | null;
  readonly database: DatabaseShape | null;
}

/**
 * The texts of the support bundle: how the machine is, what was found, how the hall is set up, how the database is
 * built and how many rows it has, and what the log says of the last week. Nothing of it is about a person: it holds no row
 * of any table, and each text is written without what looks like a token, a telephone or an identity number.
 */
export async function supportBundle(parts: SupportParts): Promise<SupportBundle> {
  const { dataDir, now, health, findings, configuration, database } = parts;
  const lines = await readLog(dataDir, now - logOfMs, logBytes);
  const files: SupportFile[] = [
    { name: 'isi.txt', text: texts.in('id')('support.about') },
    { name: 'contents.txt', text: texts.in('en')('support.about') },
    asJson('health.json', health),
    asJson('findings.json', findings?.map(({ name: _, ...each }) => each) ?? null),
    asJson('configuration.json', configuration && withoutPictures(configuration)),
    asJson('machine-settings.json', machineSettings(dataDir)),
    { name: 'schema.sql', text: database?.schema ?? '' },
    asJson('database.json', database && { migrations: database.migrations, rows: database.rows }),
    { name: 'antre.log', text: lines.map(({ written }) => ofLine(written)).join('\n') },
  ];
  const day = new Date(now).toISOString().slice(0, 10);
  return { name: `antre-support-${health.version}-${day}.zip`, files };
}

function asJson(name: string, value: unknown): SupportFile {
  return { name, text: `${JSON.stringify(value === undefined ? null : forOthers(value), null, 2)}\n` };
}

/** A line of the log; the moment and the level are the log's own. */
function ofLine(written: string): string {
  return JSON.stringify(forOthers(JSON.parse(written)));
}

/** The same value with each of its texts made fit to leave the hall. */
function forOthers(value: unknown): unknown {
  if (typeof value === 'string') return withoutPersons(value);
  if (Array.isArray(value)) return value.map(forOthers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, forOthers(each)]));
}

/** Indonesian telephone numbers and identity numbers; addresses of machines begin with neither and are needed. */
const numbersOfPersons = /(?<![\w.])(\+?62|0)[ .()-]?\d(?:[ .()-]?\d){6,}|(?<!\d)\d{16}(?!\d)/g;
const mailAddress = /[\w.+-]+@[\w-]+\.[\w.-]+/g;

function withoutPersons(text: string): string {
  return withoutTokens(text.replaceAll(homedir(), '~'))
    .replace(numbersOfPersons, (run) => run.replace(/\d/g, '•'))
    .replace(mailAddress, '•@•');
}

/** The file of settings of the machine, whose keys are Antre's own (electron/config.ts); what isn't there is null. */
function machineSettings(dataDir: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'config.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Pictures tell a helper nothing and would be most of it. */
function withoutPictures({ ...file }: Configuration): unknown {
  return { ...file, pictures: undefined };
}
