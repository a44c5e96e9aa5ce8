import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hallFiles } from '../copies/hall-files';
import { raiseUnheard } from '../store/backups/raise-unheard';
import { setAside } from '../store/backups/replace-database';
import { syncFolder } from '../store/durable-file';
import { memoryFile } from '../store/hall-memory';
import { becomeMachine } from '../store/machine-role';
import { pagesFile } from './standby-copy';
import { filesFolder, forgetCopies, openCopies } from './standby-folder';

/** Why this machine can't become the main one; nothing was changed. */
export type TakeOverFault =
  /** It has no whole copy of the hall. */
  | 'nothing_kept'
  /** The main machine still answers, and nobody said that it is to be left. */
  | 'main_answers';

export class TakeOverRefused extends Error {
  override name = 'TakeOverRefused';
  constructor(readonly fault: TakeOverFault) {
    super(fault);
  }
}

const answerWithinMs = 3_000;

/** Whether the main machine answers. */
export async function mainAnswers(hub: string): Promise<boolean> {
  try {
    const response = await fetch(`${hub}/healthz`, { signal: AbortSignal.timeout(answerWithinMs) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

/**
 * Makes this machine the hall's main one, by what it kept of it; at its next start it serves the hall. Nobody else may work
 * with the data directory or its copies. Where it broke off, by a power cut, it is done once more. Throws `TakeOverRefused`.
 */
export async function takeOver(
  dataDir: string,
  { hub, now }: { readonly hub: string /** Milliseconds since 1970 UTC. */; readonly now: number },
): Promise<{ readonly epoch: number; readonly heardAt: number }> {
  const { current } = openCopies(dataDir);
  if (!current?.isWhole) throw new TakeOverRefused('nothing_kept');
  const epoch = current.about.epoch + 1;
  const heardAt = current.heard.at;
  const database = join(dataDir, 'antre.sqlite');
  const copy = pagesFile(current.folder);
  let address: string | null = null;
  if (existsSync(copy)) {
    if (!current.about.taken) current.take();
    await current.close();
    // A clock that was set back meanwhile tells nothing of the time that passed.
    const passed = now - current.heard.receivedAt;
    const silentMs = passed >= 0 ? passed : unknownSilenceMs;
    ({ standbyAddress: address } = raiseUnheard(copy, { epoch, unheard: { silentMs, heardAt, now } }));
    await bringFiles(dataDir);
    // What this machine was before, should it have been a hall's main one.
    setAside(database, join(dataDir, 'damaged', new Date(now).toISOString().replace(/[-:.]/g, '')));
    rmSync(memoryFile(dataDir), { force: true });
    renameSync(copy, database);
    syncFolder(dataDir);
  } else if (!existsSync(database)) throw new TakeOverRefused('nothing_kept');
  becomeMachine(dataDir, { role: 'main', epoch, former: hub, address, since: now });
  forgetCopies(dataDir);
  return { epoch, heardAt };
}

const unknownSilenceMs = 12 * 3_600_000;

/** Puts the hall's files where a main machine has them. */
async function bringFiles(dataDir: string): Promise<void> {
  for (const { name, path } of await hallFiles(filesFolder(dataDir))) {
    const place = join(dataDir, name);
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    renameSync(path, place);
  }
}
