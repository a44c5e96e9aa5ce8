import { accessSync, constants, existsSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defaultDataDir, readConfig, type ShellConfig } from '../config';
import type { RouteName } from '../contract/routes';
import { callHub } from '../second-kiosk/call-hub';
import { HubAwayError, HubRefused } from '../second-kiosk/hub-errors';
import { readLocalAccess } from '../server/local-access';
import { CommandFault, commandExits } from './command-fault';

/** Where packages keep the data of a machine's one hall. */
const usualPlace = '/var/lib/antre';
/** A backup of a large hall takes its time. */
const answerWithinMs = 120_000;

/** The data directory that a command is about, and how to reach the hall that works with it. */
export interface FoundHall {
  readonly config: ShellConfig;
  readonly dataDir: string;
  /** Null: it doesn't run. */
  readonly running: RunningHere | null;
}

/** A hall that runs at this machine. */
export interface RunningHere {
  readonly url: string;
  /** Which version runs, which may not be the command's own. */
  readonly version: string;
  /** Calls a route of it as the technician. Throws `CommandFault` where it is refused or nobody answers. */
  call<Name extends RouteName>(
    name: Name,
    request?: Parameters<typeof callHub<Name>>[2],
  ): ReturnType<typeof callHub<Name>>;
}

/**
 * Finds the hall of a data directory (null: as `antre` itself would take it). Root goes on as the directory's owner, so that nothing it
 * writes is closed to the hall. Throws `CommandFault` with the cure where the directory is no hall's or closed to this user,
 * `ConfigError` for a value of the configuration that can't be used.
 */
export async function findHall(
  asked: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  pagesDir: string,
): Promise<FoundHall> {
  const named = asked ?? (environment.ANTRE_DATA_DIR || null);
  const usual = resolve(named ?? defaultDataDir({ environment }));
  const dataDir = named === null && !existsSync(usual) && existsSync(usualPlace) ? usualPlace : usual;
  becomeOwner(dataDir);
  requireHall(dataDir);
  const config = readConfig({ flags: ['--data-dir', dataDir], environment, pagesDir });
  return { config, dataDir, running: await reach(dataDir) };
}

function becomeOwner(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (!owner || owner.uid === 0) return;
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}

function requireHall(dataDir: string): void {
  const found = look(dataDir);
  if (!found?.isDirectory()) throw noAccess('command.noFolder', { dataDir });
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw noAccess('command.noPermission', { dataDir, owner: nameOfUser(found.uid) });
  }
  const isHall = ['antre.sqlite', 'hall.json', 'in-use'].some((name) => existsSync(join(dataDir, name)));
  if (!isHall) throw noAccess('command.noHall', { dataDir });
}

/** What stands there; undefined: nothing. Throws `CommandFault` where a folder above is closed to this user, with whose it is. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    const above = dirname(path);
    const folder = look(above);
    throw noAccess('command.noPermission', { dataDir: above, owner: nameOfUser(folder?.uid ?? 0) });
  }
}

async function reach(dataDir: string): Promise<RunningHere | null> {
  const access = readLocalAccess(dataDir);
  if (!access) return null;
  const hub = { hub: access.url, token: access.key };
  const call: RunningHere['call'] = async (name, request = {}) => {
    try {
      return await callHub(hub, name, request, answerWithinMs);
    } catch (error) {
      if (error instanceof HubRefused) throw refused(error.code);
      if (!(error instanceof HubAwayError)) throw error;
      throw new CommandFault(commandExits.failed, 'command.noAnswer', { detail: error.message });
    }
  };
  return (await answers(access.url)) ? { url: access.url, version: access.version, call } : null;
}

/** Whether a server answers there, ill or well: one whose power was cut left its file. */
async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) });
    return answer.status === 200 || answer.status === 503;
  } catch {
    return false;
  }
}

function refused(code: string): CommandFault {
  return new CommandFault(commandExits.failed, 'command.refused', { code });
}

function noAccess(
  key: 'command.noFolder' | 'command.noPermission' | 'command.noHall',
  values: Readonly<Record<string, string>>,
): CommandFault {
  return new CommandFault(commandExits.noAccess, key, values);
}

function nameOfUser(uid: number): string {
  try {
    const row = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.split(':')[2] === String(uid));
    return row?.split(':')[0] ?? String(uid);
  } catch {
    return String(uid);
  }
}
