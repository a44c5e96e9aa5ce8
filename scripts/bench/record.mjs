import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from './run-headless.mjs';

/** A line a run, in JSON: what was measured, when, of which commit, on which machine. */
export const historyFile = 'build/bench/history.jsonl';

/** What moved by more than this share is named. */
const moved = 0.1;

/** The machine that measured: ratios can be compared between machines, times can't. */
export function thisMachine() {
  const [{ model = 'unknown' } = {}] = cpus();
  return {
    processor: model.trim(),
    cores: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
    node: process.version,
    fsyncMs: Number(fsyncMs().toFixed(2)),
    load: Number(loadavg()[0].toFixed(1)),
  };
}

/** Adds a run to the history. */
export function keep(rows, machine) {
  mkdirSync(dirname(historyFile), { recursive: true });
  const values = Object.fromEntries(
    rows.flatMap(({ what, value, better }) =>
      value === undefined ? [] : [[nameOf(what), { value, better }]],
    ),
  );
  const run = { at: new Date().toISOString(), commit: commit(), machine, values };
  appendFileSync(historyFile, `${JSON.stringify(run)}\n`);
}

/** What moved by more than a tenth since the last run of a history, in words; for better too. */
export function movedSince(file, rows) {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  const last = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  return rows.flatMap(({ what, value, better }) => {
    const before = last.values[nameOf(what)]?.value;
    if (value === undefined || !before) return [];
    const share = value / before - 1;
    if (Math.abs(share) <= moved) return [];
    const isBetter = share > 0 === (better === 'higher');
    return [
      `${isBetter ? 'better' : 'WORSE'} by ${Math.round(Math.abs(share) * 100)} %: ${what} (${before.toFixed(2)} → ${value.toFixed(2)})`,
    ];
  });
}

/** Without what is told of this run alone. */
function nameOf(what) {
  return what.replace(/ \(.*/, '');
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** What a write to the disk costs here: the floor of all floors. */
function fsyncMs() {
  mkdirSync('build/bench', { recursive: true });
  const file = join('build/bench', `fsync-${process.pid}`);
  const handle = openSync(file, 'w');
  const times = [];
  for (let at = 0; at < 100; at += 1) {
    writeSync(handle, Buffer.alloc(4_096));
    const startedAt = performance.now();
    fsyncSync(handle);
    times.push(performance.now() - startedAt);
  }
  closeSync(handle);
  rmSync(file);
  return median(times);
}
