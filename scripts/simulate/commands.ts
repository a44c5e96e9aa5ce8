import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashSecret } from '../../electron/actions/accounts/secret-hash';
import { hasUsers } from '../../electron/actions/accounts/users';
import { replayChances } from '../../electron/queue/report/replay-estimates';
import { dayKinds, drawDay, natureOf } from '../../electron/queue/simulation/day-of-hall';
import { tellOnDays } from '../../electron/queue/simulation/estimate-days';
import { chanceTenths, qualityOf } from '../../electron/queue/simulation/measure-estimate';
import { seededRandom } from '../../electron/queue/simulation/random';
import { simulateDay } from '../../electron/queue/simulation/simulate-day';
import { readHall } from '../../electron/store/hall';
import { holdDataDirectory } from '../../electron/store/hold-data-directory';
import {
  importConfiguration,
  isConfigured,
  parseConfiguration,
} from '../../electron/store/import-configuration';
import { openReader } from '../../electron/store/open-reader';
import practiceSite from '../../electron/store/practice-site.json';
import { openStore, query, type Store } from '../../electron/store/store';
import { readWrittenDay } from '../../electron/store/written-day';
import { type Driven, driveHall } from './drive-hall';
import { writeHistory } from './write-history';

type Options = Readonly<Record<string, string | undefined>>;

/** Prints a simulated day of each kind: how many came, and how long they waited. */
export function days(options: Options): void {
  const store = openStore(':memory:');
  setUp(store);
  const hall = readHall(store);
  const seed = wholeNumber(options, 'seed', 1);
  const nature = natureOf(hall, seededRandom(seed), optionalNumber(options, 'visitors'));
  for (const kind of dayKinds) {
    const { visitors, desks } = drawDay(hall, nature, seededRandom(seed + 1), { kind });
    const startedAt = performance.now();
    const { visits, unserved } = simulateDay({
      visitors,
      desks,
      priorityRatio: hall.settings.priorityRatio,
      betweenMinutes: 0.3,
    });
    const waits = visits.map((visit) => visit.calledAt - visit.visitor.at).sort((a, b) => a - b);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    console.log(
      `${kind}: ${visitors.length} came, ${unserved.length} not served, wait ${mean.toFixed(1)} min on average, ` +
        `${(waits[Math.floor(waits.length * 0.9)] ?? 0).toFixed(0)} at the 90th percentile; ` +
        `simulated in ${(performance.now() - startedAt).toFixed(0)} ms`,
    );
  }
  store.close();
}

/** How well the estimated waits hold on simulated days of every kind. */
export function estimates(seeds: { readonly from: number; readonly to: number }) {
  const store = openStore(':memory:');
  setUp(store);
  const hall = readHall(store);
  store.close();
  return dayKinds.map((kind) => ({ kind, ...qualityOf(tellOnDays(hall, kind, seeds)) }));
}

/**
 * What was promised of being called before closing beside what came, on usual days of every kind and on days to which 1.4
 * times as many come, tenth by tenth.
 */
export function chances(seeds: { readonly from: number; readonly to: number }) {
  const store = openStore(':memory:');
  setUp(store);
  const hall = readHall(store);
  store.close();
  return [
    { days: 'usual', busy: 1 },
    { days: 'overfull', busy: 1.4 },
  ].map(({ days, busy }) => ({
    days,
    tenths: chanceTenths(dayKinds.flatMap((kind) => tellOnDays(hall, kind, seeds, busy))),
  }));
}

/**
 * The same of the hundred days before the newest in a hall's own data directory, beside Antre that may run there; by the
 * hours, desks and usual minutes that the hall has now.
 */
export function ownChances(dataDir: string) {
  const reader = openReader(join(dataDir, 'antre.sqlite'));
  try {
    const found = readHall(reader);
    // A hall that only practises has no closing time; its made-up past has.
    const hall = { ...found, settings: { ...found.settings, practice: false } };
    const [_underWay, ...over] = reader.all(
      query
        .selectFrom('tickets')
        .select('businessDate')
        .distinct()
        .orderBy('businessDate', 'desc')
        .limit(101),
    );
    return chanceTenths(
      over.flatMap(({ businessDate }) =>
        hall.counters.flatMap(({ id }) => replayChances(readWrittenDay(reader, hall, businessDate, id))),
      ),
    );
  } finally {
    reader.close();
  }
}

/**
 * Fills a data directory with months of history, all on its own; Antre must not run there meanwhile. The officers that it
 * makes end the time of the set-up code, so where nobody had an account yet it makes an admin and tells the password.
 */
export async function history(options: Options): Promise<void> {
  const dataDir = required(options, 'data-dir');
  const until = options.until ?? yesterday();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) {
    throw new Error(`--until ${until}: a date is written 2026-11-23`);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = holdDataDirectory(dataDir);
  const store = openStore(join(dataDir, 'antre.sqlite'));
  try {
    setUp(store);
    const startedAt = performance.now();
    const visitorsADay = optionalNumber(options, 'visitors');
    const password = hasUsers(store) ? null : randomBytes(9).toString('base64url');
    if (password !== null) await addAdmin(store, password);
    const written = writeHistory(store, {
      until,
      days: wholeNumber(options, 'days', 180),
      seed: wholeNumber(options, 'seed', 1),
      ...(visitorsADay === undefined ? {} : { visitorsADay }),
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${written.tickets} tickets on ${written.days} days until ${until}, written in ${seconds} s to ${dataDir}.`,
    );
    if (password !== null) console.log(`Sign in as admin with the password ${password}`);
  } finally {
    store.close();
    release();
  }
}

/**
 * Lives a day at a hall that runs, many times as quickly as a real one, and says whether it kept its promises: ends
 * with status 1 where a number was given or called twice, called though nobody holds it, never called, or a phone that
 * followed was not told.
 */
export async function drive(options: Options): Promise<void> {
  const kind = dayKinds.find((each) => each === (options.kind ?? 'steady'));
  if (!kind) throw new Error(`--kind ${options.kind}: there are ${dayKinds.join(', ')}`);
  const speed = wholeNumber(options, 'speed', 60);
  const server = required(options, 'server').replace(/\/$/, '');
  console.log(
    `A ${kind} day at ${server}, ${speed} minutes in each of the clock's. Its numbers are real: not for a day of work.`,
  );
  const driven = await driveHall({
    server,
    username: required(options, 'username'),
    password: process.env.ANTRE_PASSWORD ?? required(options, 'password'),
    kind,
    speed: Math.max(1, speed),
    seed: wholeNumber(options, 'seed', 1),
    visitors: wholeNumber(options, 'visitors', 600),
  });
  console.log(
    `${driven.issued} numbers, ${driven.served} served, ${driven.noShow} did not come, ${driven.turnedAway} turned away.`,
  );
  const kept = Object.entries(promises).filter(([name, sentence]) => {
    const broken = driven[name as keyof typeof promises];
    if (broken.length > 0) console.log(`${sentence}: ${broken.join(', ')}`);
    return broken.length === 0;
  });
  if (kept.length < Object.keys(promises).length) process.exitCode = 1;
  else console.log('Each number was given once and called once, and each phone that followed was told.');
}

const promises = {
  givenTwice: 'Given twice',
  calledTwice: 'Called twice',
  calledUnheld: 'Called though nobody of this day holds it',
  neverCalled: 'Never called',
  untold: 'Followed on a phone that was not told of the call',
} as const satisfies Partial<Record<keyof Driven, string>>;

async function addAdmin(store: Store, password: string): Promise<void> {
  const passwordHash = await hashSecret(password);
  store.write((transaction) =>
    transaction.run(
      query.insertInto('users').values({
        username: 'admin',
        displayName: 'Admin',
        role: 'admin',
        wholeHall: 1,
        passwordHash,
        createdAt: Date.now(),
      }),
    ),
  );
}

/** The practice hall, where none is configured yet. */
function setUp(store: Store): void {
  if (isConfigured(store)) return;
  importConfiguration(
    store,
    parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json'),
    Date.now(),
  );
}

function yesterday(): string {
  return new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10);
}

function required(options: Options, name: string): string {
  const value = options[name];
  if (!value) throw new Error(`--${name} is missing`);
  return value;
}

function wholeNumber(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  if (!/^[0-9]{1,9}$/.test(value)) throw new Error(`--${name} ${value}: a whole number is expected`);
  return Number(value);
}

function optionalNumber(options: Options, name: string): number | undefined {
  return options[name] === undefined ? undefined : wholeNumber(options, name, 0);
}
