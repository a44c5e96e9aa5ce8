import { existsSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../app';
import { machineClock } from '../clock';
import { createLog } from '../log';
import { HallLost } from '../lost-hall/lost-hall';
import { fileBackup } from '../store/backups/backup-files';
import { CommandFault, commandExits } from './command-fault';
import type { Words } from './command-words';
import { confirm } from './confirm';
import { type FoundHall, findHall, type RunningHere } from './find-hall';

/** Makes a copy of the database, while the hall runs or doesn't, and tells where it lies. */
export async function makeCopy(found: FoundHall, words: Words): Promise<void> {
  await withHall(found, async ({ call }) => {
    const { id } = await call('makeBackup');
    console.log(words('command.backup.made', { file: join(found.dataDir, 'backups', `${id}.sqlite`) }));
  });
}

/**
 * Lets a copy take the database's place: `newest`, the id of one of the hall's copies, or a file. Asks first, unless `yes`.
 * A hall whose database is lost gets its newest good copy.
 */
export async function restoreCopy(
  found: FoundHall,
  asked: { readonly object: string | undefined; readonly yes: boolean; readonly words: Words },
): Promise<void> {
  const { object = 'newest', yes, words } = asked;
  if (!yes && !process.stdin.isTTY) throw new CommandFault(commandExits.usage, 'command.restore.askYes');
  const taken = takeIn(found.dataDir, object);
  try {
    await withHall(
      found,
      async ({ call }) => {
        const backups = await call('backups');
        const id =
          taken ?? (object === 'newest' ? backups.find(({ kind }) => kind !== 'replaced')?.id : object);
        if (id === undefined || !backups.some((each) => each.id === id)) {
          const known = backups
            .slice(0, 10)
            .map((each) => each.id)
            .join('\n  ');
          throw new CommandFault(commandExits.failed, 'command.restore.unknown', {
            given: object,
            known: known || '–',
          });
        }
        const { madeAt, tickets, lastBusinessDate, ticketsSince } = await call('backupContents', {
          params: { id },
        });
        console.log(
          words('command.restore.holds', {
            id,
            madeAt,
            tickets,
            date: lastBusinessDate ?? '–',
            lost: ticketsSince,
          }),
        );
        await confirm('command.restore.sure', yes, words);
        const { kept } = await call('restoreBackup', { params: { id } });
        console.log(words('command.restore.done', { id, kept }));
      },
      async (lost) => {
        if (object !== 'newest' || !lost.copy) throw lost;
        console.log(words('command.restore.lost'));
        await confirm('command.restore.sure', yes, words);
      },
    );
  } catch (error) {
    if (taken !== null) rmSync(fileOf(found.dataDir, taken), { force: true });
    throw error;
  }
}

/** A file from elsewhere becomes one of the hall's copies; returns its id, or null where no file was named. */
function takeIn(dataDir: string, object: string): string | null {
  const file = resolve(object);
  if (object === 'newest' || existsSync(fileOf(dataDir, object)) || !existsSync(file)) return null;
  return fileBackup(dataDir, file, Math.floor(statSync(file).mtimeMs));
}

function fileOf(dataDir: string, id: string): string {
  return join(dataDir, 'backups', `${id}.sqlite`);
}

/**
 * Works with the hall: the one that runs, or one that is started for it, without windows and for this machine alone, and
 * stopped again. `onLost` is asked where its database is lost; once it resolves the newest good copy takes its place, and nothing
 * else is done.
 */
async function withHall(
  found: FoundHall,
  work: (running: RunningHere) => Promise<void>,
  onLost: (lost: HallLost) => Promise<void> = (lost) => Promise.reject(lost),
): Promise<void> {
  if (found.running) return await work(found.running);
  const config = { ...found.config, host: '127.0.0.1', port: 0, httpsPort: null, logLevel: 'warn' as const };
  const parts = { machine: machineClock, log: createLog('silent') };
  let isLost = false;
  const app = await startApp(config, parts).catch(async (error: unknown) => {
    if (!(error instanceof HallLost)) throw error;
    await onLost(error);
    isLost = true;
    return await startApp(config, { ...parts, whenLost: 'restore' });
  });
  try {
    const { running } = await findHall(found.dataDir, {}, config.pagesDir);
    if (!running) throw new CommandFault(commandExits.failed, 'command.noAnswer', { detail: app.url });
    if (!isLost) await work(running);
    // What was asked for in the last moment is answered.
    await pause(0);
  } finally {
    await app.stop();
  }
}
