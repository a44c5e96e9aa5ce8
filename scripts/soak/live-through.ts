import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../electron/queue/simulation/random';
import { openStore, query } from '../../electron/store/store';
import { Book, type Breach } from './book';
import { HallProcess, type ProcessSample } from './hall-process';
import { openHall, writeSiteFile } from './open-hall';
import { type Day, officerWorks, screenListens, visitorsCome } from './people';
import { PersistentCaller } from './persistent-caller';
import { type Stage, type Trouble, type TroubleName, troubles } from './troubles';

export interface Soak {
  readonly minutes: number;
  /** People are so many times faster than real ones; the hall's clock goes as ever. */
  readonly speed: number;
  readonly seed: number;
  /** The troubles to draw from. */
  readonly names: readonly TroubleName[];
  /** Told of each trouble as it begins. */
  readonly onTrouble: (name: TroubleName) => void;
}

export interface Lived {
  /** Empty where the hall kept its promises. */
  readonly breaches: readonly Breach[];
  readonly counts: Readonly<Record<string, number>>;
  /** How often the hall's process was started again, and how often that was meant. */
  readonly restarts: { readonly seen: number; readonly meant: number };
  /** Milliseconds: 99.9 % of the event loop's turns were not later than this, outside of stops that were meant. */
  readonly loopDelay: number;
  /** Resident megabytes of the hall's process: the median of the first and the last third. */
  readonly memory: { readonly first: number; readonly last: number };
}

/** Milliseconds that a stop's effect on the event loop may outlast it. */
const afterwards = 3_000;

/** Lives through a busy time in which everything goes wrong by chance, and says what the hall did. */
export async function liveThrough(soak: Soak): Promise<Lived> {
  mkdirSync('build', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'build/soak-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const smallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk]).status === 0;
  const printer = await startPrinter();
  const book = new Book();
  let hallProcess: HallProcess | undefined;
  try {
    hallProcess = await HallProcess.start(folder, {
      ANTRE_DATA_DIR: join(disk, 'hall'),
      ANTRE_PRINTER: `tcp://127.0.0.1:${printer.port}`,
      ANTRE_SITE: writeSiteFile(folder),
    });
    const hall = await openHall(hallProcess, book);
    const over = new AbortController();
    // Everybody in the hall waits for it.
    setMaxListeners(0, over.signal);
    const day: Day = {
      server: hallProcess.url,
      book,
      random: seededRandom(soak.seed),
      speed: soak.speed,
      over: over.signal,
    };
    const kiosk = new PersistentCaller(hallProcess.url, book);
    const serviceIds = hall.officers.flatMap((officer) => officer.serviceIds);
    const stage: Stage = {
      process: hallProcess,
      hall,
      printer: { say: (line) => void printer.child.stdin?.write(`${line}\n`) },
      book,
      random: seededRandom(soak.seed + 1),
      smallDisk,
    };
    const people = Promise.all([
      visitorsCome(day, kiosk, serviceIds, 2),
      ...hall.officers.map((officer) => officerWorks(day, officer)),
      ...Array.from({ length: 5 }, () => screenListens(day)),
    ]);
    const stops = await troublesCome(soak, stage);
    over.abort();
    await people;
    const samples = hallProcess.samples();
    await hallProcess.stop();
    requireEveryNumber(join(hallProcess.dataDir, 'antre.sqlite'), book);
    return {
      breaches: book.breaches,
      counts: Object.fromEntries(book.counts),
      restarts: { seen: new Set(samples.map(({ pid }) => pid)).size - 1, meant: stops.restarts },
      loopDelay: delayOf(
        samples.filter(({ at }) => !stops.spans.some(([from, to]) => from <= at && at <= to)),
      ),
      memory: memoryOf(samples),
    };
  } finally {
    await hallProcess?.stop();
    printer.child.kill('SIGKILL');
    if (smallDisk) spawnSync('umount', [disk]);
    if (book.breaches.length === 0) rmSync(folder, { recursive: true, force: true });
  }
}

interface Stops {
  /** From and to when the process was stopped or misled on purpose, by this machine's clock. */
  readonly spans: readonly (readonly [number, number])[];
  readonly restarts: number;
}

/** Draws troubles until the time is over; of those that take the process only one at a time. */
async function troublesCome(soak: Soak, stage: Stage): Promise<Stops> {
  const spans: [number, number][] = [];
  let restarts = 0;
  const until = Date.now() + soak.minutes * 60_000;
  const draw = seededRandom(soak.seed + 2);
  const under: Promise<void>[] = [];
  let processFree = Promise.resolve();
  const names = soak.names;
  while (Date.now() < until) {
    await pause(Math.min(until - Date.now(), draw.exponential(4_000)));
    const name = names[Math.floor(draw.uniform() * names.length)];
    if (name === undefined) break;
    const trouble: Trouble = troubles[name];
    const happen = async () => {
      if (Date.now() >= until) return;
      soak.onTrouble(name);
      stage.book.count(`trouble: ${name}`);
      const from = Date.now();
      await trouble.happen(stage).catch((error: unknown) => stage.book.breach(`${name}: ${String(error)}`));
      if (trouble.restarts) restarts += 1;
      if (trouble.takesProcess) spans.push([from, Date.now() + afterwards]);
    };
    if (!trouble.takesProcess) under.push(happen());
    // Rarer than the others: a hall that is killed every half minute shows nothing else.
    else if (draw.uniform() < 0.3) {
      processFree = processFree.then(happen);
      under.push(processFree);
    }
  }
  await Promise.all(under);
  return { spans, restarts };
}

/** Every acknowledged number is in the database, once. */
function requireEveryNumber(file: string, book: Book): void {
  const store = openStore(file);
  try {
    const stored = new Set(store.all(query.selectFrom('tickets').select('id')).map(({ id }) => String(id)));
    for (const id of book.given)
      if (!stored.has(id)) book.breach(`the acknowledged ticket ${id} is not in the database`);
  } finally {
    store.close();
  }
}

function delayOf(samples: readonly ProcessSample[]): number {
  const counts = new Map<number, number>();
  let turns = 0;
  for (const { delays } of samples) {
    for (const [late, count] of Object.entries(delays)) {
      counts.set(Number(late), (counts.get(Number(late)) ?? 0) + count);
      turns += count;
    }
  }
  let left = turns * 0.001;
  for (const late of [...counts.keys()].sort((one, other) => other - one)) {
    left -= counts.get(late) ?? 0;
    if (left < 0) return late;
  }
  return 0;
}

function memoryOf(samples: readonly ProcessSample[]): Lived['memory'] {
  const third = Math.floor(samples.length / 3);
  const median = (part: readonly ProcessSample[]) => {
    const sizes = part.map(({ rss }) => rss / 2 ** 20).sort((one, other) => one - other);
    return Math.round(sizes[Math.floor(sizes.length / 2)] ?? 0);
  };
  return { first: median(samples.slice(0, third)), last: median(samples.slice(-third)) };
}

/** The fake printer as a process of its own, as a real one is. */
async function startPrinter(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, ['test/support/start-fake-printer.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the printer ended')));
    // Read to the end, since a pipe that nobody empties would stop the printer.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { readonly port?: number };
      if (said.port !== undefined) resolve(said.port);
    });
  });
  return { child, port };
}
