import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MachineClock } from '../clock';
import { withoutSecrets } from '../texts/without-secrets';

/** How a run ended by its own word: somebody wanted it, something was thrown that nobody foresaw, or the graphics gave up. */
const ownEnding = z.enum(['asked', 'crash', 'graphics']);
type OwnEnding = z.infer<typeof ownEnding>;

/** Moments are milliseconds since 1970 UTC, by the computer's clock. */
const run = z.object({
  began: z.number(),
  /** Which start of the machine it was, or null where the system doesn't tell. */
  boot: z.string().nullable(),
  /** How long the machine had been on when it began, in milliseconds. */
  uptime: z.number(),
  /** When it was last known to run, to a minute. */
  seen: z.number(),
  /** Null: it has not said that it ends; it runs, or ended without a word. */
  ended: z.object({ at: z.number(), how: ownEnding, error: z.string() }).nullable(),
});
export type Run = z.output<typeof run>;

const versionSince = z.object({ version: z.string(), runtime: z.string(), since: z.number() });
export type VersionSince = z.output<typeof versionSince>;

/** What is kept of the runs of a data directory, the oldest first. */
export interface KeptRuns {
  readonly runs: readonly Run[];
  /** The versions that ran here, each with since when; the last one runs or ran last. */
  readonly versions: readonly VersionSince[];
}

const mostRuns = 50;
const mostVersions = 30;
const longestError = 300;
const seenEveryMs = 60_000;

/** Reads what is kept of the runs; a row that can't be read is left out. */
export function readRuns(dataDir: string): KeptRuns {
  try {
    const kept = z
      .object({ runs: z.array(z.unknown()), versions: z.array(z.unknown()) })
      .parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
    return {
      runs: kept.runs.flatMap((row) => run.safeParse(row).data ?? []),
      versions: kept.versions.flatMap((row) => versionSince.safeParse(row).data ?? []),
    };
  } catch {
    // The first run, or a file that was damaged: how the last run ended isn't known then.
    return { runs: [], versions: [] };
  }
}

/**
 * Keeps how this process ends, for the next one to tell: a power cut leaves no word, so a run without one ended without.
 * Never throws: a full disk must keep no hall from starting or ending.
 */
export class RunRecord {
  readonly #clock: Pick<MachineClock, 'wall' | 'boot' | 'uptime'>;
  #dataDir: string | undefined;
  #own: Run | undefined;
  #ending: { readonly how: OwnEnding; readonly error: string } | undefined;

  constructor(clock: Pick<MachineClock, 'wall' | 'boot' | 'uptime'>) {
    this.#clock = clock;
  }

  /** This process works with that data directory from now on, and with no other. Returns the way to write down that it ends. */
  begin(dataDir: string, { version, runtime }: Omit<VersionSince, 'since'>): () => void {
    const now = this.#clock.wall();
    const { runs, versions } = readRuns(dataDir);
    const last = versions.at(-1);
    const isSame = last?.version === version && last.runtime === runtime;
    this.#dataDir = dataDir;
    this.#own = { began: now, boot: this.#clock.boot, uptime: this.#clock.uptime(), seen: now, ended: null };
    write(dataDir, {
      runs: [...runs, this.#own].slice(-mostRuns),
      versions: (isSame ? versions : [...versions, { version, runtime, since: now }]).slice(-mostVersions),
    });
    const seeing = setInterval(() => this.#note({}), seenEveryMs);
    seeing.unref();
    return () => {
      clearInterval(seeing);
      const { how, error } = this.#ending ?? { how: 'asked', error: '' };
      this.#note({ ended: { at: this.#clock.wall(), how, error } });
    };
  }

  /** Why this process is about to end, where nobody asked it to; the first reason holds. It is on disk at once. */
  ends(how: Exclude<OwnEnding, 'asked'>, error: unknown = ''): void {
    if (this.#ending) return;
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.#ending = { how, error: withoutSecrets(said).slice(0, longestError) };
    this.#note({ ended: { at: this.#clock.wall(), ...this.#ending } });
  }

  #note(change: Partial<Run>): void {
    if (this.#dataDir === undefined || !this.#own) return;
    const before = this.#own;
    this.#own = { ...before, seen: this.#clock.wall(), ...change };
    const { runs, versions } = readRuns(this.#dataDir);
    const others = runs.filter(({ began }) => began !== before.began);
    write(this.#dataDir, { runs: [...others, this.#own], versions });
  }
}

/** `Electron 45.4.1 (Node 24.2.0, Chromium 148.0.1)` or `Node 24.21.0`: what runs this process. */
export function runtimeInWords({ electron, node, chrome } = process.versions): string {
  return electron ? `Electron ${electron} (Node ${node}, Chromium ${chrome})` : `Node ${node}`;
}

function write(dataDir: string, kept: KeptRuns): void {
  try {
    writeFileSync(`${fileOf(dataDir)}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${fileOf(dataDir)}.new`, fileOf(dataDir));
  } catch {
    // The next minute tries again.
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'runs.json');
}
