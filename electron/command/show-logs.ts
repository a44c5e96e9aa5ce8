import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { logFiles, logFolder } from '../health/log-file';
import { readLog } from '../health/read-log';
import { type CommandExit, commandExits } from './command-fault';
import type { Words } from './command-words';

const usuallyBackMs = 24 * 60 * 60_000;
const mostBytes = 16 * 1024 * 1024;
const lookAgainMs = 500;

/** Writes the log's lines since so long ago, and with `follow` what comes from then on, until the process is ended. */
export async function showLogs(
  dataDir: string,
  {
    follow,
    json,
    sinceMs,
    words,
  }: {
    readonly follow: boolean;
    readonly json: boolean;
    readonly sinceMs: number | null;
    readonly words: Words;
  },
): Promise<CommandExit> {
  const write = (written: string) => console.log(json ? written : inWords(written));
  const begin = logFiles(dataDir).at(-1);
  const lines = await readLog(dataDir, Date.now() - (sinceMs ?? usuallyBackMs), mostBytes);
  for (const { written } of lines) write(written);
  if (lines.length === 0) console.error(words('command.logs.none', { folder: logFolder(dataDir) }));
  if (!follow) return commandExits.done;
  return await new Promise(() => followFile(() => logFiles(dataDir).at(-1)?.file, begin?.bytes ?? 0, write));
}

/** Hands on each whole line that is added to the newest file, also where another takes its place. */
function followFile(newest: () => string | undefined, from: number, write: (line: string) => void): void {
  let file = newest();
  let inode = file === undefined ? 0 : statSync(file).ino;
  let at = from;
  let rest = '';
  setInterval(() => {
    file = newest();
    if (file === undefined) return;
    const descriptor = openSync(file, 'r');
    try {
      const { size, ino } = fstatSync(descriptor);
      if (ino !== inode || size < at) {
        inode = ino;
        at = 0;
        rest = '';
      }
      const added = Buffer.alloc(Math.max(0, size - at));
      at += readSync(descriptor, added, 0, added.length, at);
      const lines = (rest + added.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) write(line);
    } finally {
      closeSync(descriptor);
    }
  }, lookAgainMs);
}

/** `2026-11-30 21:04:05 error printing failed target=tcp://10.0.0.5:9100: connect ECONNREFUSED`, by this machine's clock. */
function inWords(written: string): string {
  if (!written.startsWith('{')) return written;
  const { level, time, msg, err, ...others } = JSON.parse(written);
  const at = new Date(time);
  const moment = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
  const fields = Object.entries(others).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const cause = err?.message === undefined ? '' : `: ${err.message}`;
  return [moment, level, msg, ...fields].join(' ') + cause;
}
