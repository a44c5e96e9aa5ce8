import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps the servers, a folder a version. */
const debian = '/usr/lib/postgresql';
const programs = existsSync(debian)
  ? readdirSync(debian)
      .map((version) => join(debian, version, 'bin'))
      .filter((folder) => existsSync(join(folder, 'initdb')))
      .at(-1)
  : undefined;

/** Whether a real PostgreSQL is installed here; where nothing may be skipped it must be. */
export const hasPostgres = programs !== undefined || process.env.ANTRE_TEST_ALL !== undefined;

/** PostgreSQL refuses to run as root. */
const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A PostgreSQL of its own, in a folder that nobody else has; it ends with `stop` or with this process. */
export interface Cluster {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Pulls it down as a power cut would, and lets it come up again. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL. Nothing is forced to the disk: what tests write is gone with them. */
export async function startCluster(): Promise<Cluster> {
  if (programs === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'antre-pg-'));
  const data = join(folder, 'data');
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const quietly = [
    '-U',
    'antre',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...quietly], { ...owner, cwd: '/', stdio: 'ignore' });
  let server: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  const start = async () => {
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${folder}`,
      'fsync=off',
      'logging_collector=off',
      // In its folder: what it has in the system's shared memory would outlive a server that is killed.
      'dynamic_shared_memory_type=mmap',
    ];
    const flags = ['-D', data, ...settings.flatMap((each) => ['-c', each])];
    const started = spawn(join(programs, 'postgres'), flags, {
      ...owner,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = started;
    endWithThisProcess(started.pid ?? 0, folder);
    await new Promise<void>((resolve, reject) => {
      let words = '';
      started.stderr?.on('data', (chunk: Buffer) => {
        words = (words + chunk).slice(-5000);
        if (words.includes('ready to accept connections')) resolve();
      });
      started.once('exit', () => reject(new Error(`PostgreSQL ended: ${words}`)));
    });
  };
  const forget = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', forget);
  await start();
  return {
    url: (database) => `postgres://antre@localhost/${database}?host=${encodeURIComponent(folder)}`,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      process.off('exit', forget);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A worker of the tests may be killed without a word: its line to this watcher ends with it, and then so does the server. */
function endWithThisProcess(pid: number, folder: string): void {
  const words = 'cat >/dev/null; kill -QUIT "$0" 2>/dev/null; sleep 1; rm -rf "$1"';
  const watcher = spawn('sh', ['-c', words, String(pid), folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
}

let shared: Promise<Cluster> | undefined;

/** One for all tests of this process. */
export function sharedCluster(): Promise<Cluster> {
  shared ??= startCluster();
  return shared;
}
