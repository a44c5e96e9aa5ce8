import { uptime } from 'node:os';
import { join } from 'node:path';
import { machineClock } from '../clock';
import type { ClockDoubtKind } from '../contract/admin-clock';
import type { MachineHealth } from '../contract/admin-health';
import type { PageFault } from '../contract/page-faults';
import { localInstant } from '../queue/local-instant';
import { bytesIn, diskSpace } from './disk-space';
import { endingsOf } from './endings';
import { logFolder } from './log-file';
import { machineMemory, processorCelsius, systemInWords } from './machine-state';
import { groupErrors, readLog } from './read-log';
import { readRestarts } from './restarts';
import { readRuns, runtimeInWords } from './run-record';
import { runtimeSupport } from './runtime-support';

/** Errors are looked for so far back, in so much of the log. */
const errorsOfMs = 7 * 24 * 60 * 60_000;
const errorsInBytes = 8 * 1024 * 1024;
const endingsTold = 20;

/** What this process knows of itself and of its hall. */
export interface KnownHere {
  readonly dataDir: string;
  readonly version: string;
  readonly timezone: string;
  /** Milliseconds since 1970 UTC, as are `at`. */
  readonly now: number;
  readonly doubt: ClockDoubtKind | null;
  readonly network: MachineHealth['network'];
  /** The one that came last at the end. */
  readonly pages: readonly (PageFault & { readonly at: number; readonly count: number })[];
}

/** How the machine is, from files and the system alone: also where the hall's database can't be read. */
export async function machineHealth(known: KnownHere): Promise<MachineHealth> {
  const { dataDir, now } = known;
  const when = (at: number) => localInstant(at, known.timezone);
  const [disk, restarts, lines, synchronised, databaseBytes, copiesBytes, logBytes] = await Promise.all([
    diskSpace(dataDir),
    readRestarts(dataDir),
    readLog(dataDir, now - errorsOfMs, errorsInBytes),
    machineClock.synchronised(),
    bytesIn(dataDir, /^antre\.sqlite(-wal)?$/),
    bytesIn(join(dataDir, 'backups'), /\.sqlite$/),
    bytesIn(logFolder(dataDir), /\.log$/),
  ]);
  const { runs, versions } = readRuns(dataDir);
  return {
    version: known.version,
    versions: [...versions].reverse().map((each) => ({ ...each, since: when(each.since) })),
    runtime: runtimeInWords(),
    support: runtimeSupport(process.versions, now),
    uptime: Math.round(process.uptime()),
    machineUptime: Math.round(uptime()),
    system: systemInWords(),
    disk,
    databaseBytes,
    copiesBytes,
    logBytes,
    memory: { ownBytes: process.memoryUsage.rss(), ...machineMemory() },
    celsius: processorCelsius(),
    clock: { synchronised, doubt: known.doubt },
    network: known.network,
    endings: endingsOf(runs, restarts)
      .slice(0, endingsTold)
      .map((each) => ({ ...each, at: when(each.at) })),
    pages: [...known.pages]
      .reverse()
      .map(({ surface, kind, message, at, count }) => ({ surface, kind, message, at: when(at), count })),
    errors: groupErrors(lines, when),
  };
}
