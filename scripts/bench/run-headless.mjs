import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { heapFlags } from '../heap-flags.cjs';
import { compileCache } from '../prepare.cjs';

/** A folder on the disk that the project lies on: /tmp may be in memory, where a commit costs nothing. */
export function benchFolder() {
  mkdirSync('build/bench', { recursive: true });
  return mkdtempSync(join(process.cwd(), 'build/bench/'));
}

/** This process's environment with Antre's own settings replaced. */
export function environmentFor(dataDir, settings) {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('ANTRE_'));
  return {
    ...Object.fromEntries(kept),
    ...compileCache,
    ANTRE_DATA_DIR: dataDir,
    ANTRE_PORT: '0',
    ANTRE_LOG: 'error',
    ...settings,
  };
}

/**
 * Starts the built headless Antre, or another program that says where it serves, and returns once it serves. `startedMs` is the time from the start of the process
 * to the first good answer of `/healthz`.
 */
export async function runHeadless(
  settings = {},
  dataDir = benchFolder(),
  program = 'build/main/headless.cjs',
) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...heapFlags, program], {
    env: environmentFor(dataDir, settings),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await addressFrom(child);
  while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) await soon();
  return {
    url,
    dataDir,
    database: join(dataDir, 'antre.sqlite'),
    startedMs: performance.now() - startedAt,
    residentMegabytes: () => residentMegabytes(child.pid),
    cpuMs: () => cpuMs(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Resident memory of a process, in MB; null where the system has no /proc. */
export function residentMegabytes(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}

/** Processor time that a process has used, in milliseconds, as the system counts it (by hundredths of a second). */
function cpuMs(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** Of that, what is the process's own: no program file that other processes map as well. */
export function ownMegabytes(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}

export function soon() {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

/** The value below which this share (0 to 1) of the numbers lies. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

export const median = (numbers) => percentile(numbers, 0.5);

function addressFrom(child) {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
      const address = /served at (http:\/\/[^/]+)\/kiosk/.exec(words)?.[1];
      if (address) resolve(address);
    });
    // Whatever ends it early, a bench that goes on without its server would only say "connection refused".
    child.on('exit', (status, signal) => {
      const why = `Antre ended with ${signal ?? status}: ${words}`;
      reject(new Error(why));
      if (!child.killed) console.error(why);
    });
  });
}
