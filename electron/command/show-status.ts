import { version } from '../../package.json';
import type { MachineHealth } from '../contract/admin-health';
import { machineHealth } from '../health/machine-health';
import { PageFaults } from '../server/page-faults';
import { type CommandExit, commandExits } from './command-fault';
import type { CommandLanguage, Words } from './command-words';
import type { FoundHall, RunningHere } from './find-hall';
import { lastInWords, openUpdates } from './update';

/** Tells how the hall and its machine are; returns 0 while it runs, else `notRunning`. */
export async function showStatus(
  found: FoundHall,
  {
    words,
    language,
    json,
  }: { readonly words: Words; readonly language: CommandLanguage; readonly json: boolean },
): Promise<CommandExit> {
  const { dataDir, running } = found;
  const lastUpdate = openUpdates(found).last();
  const exit = running ? commandExits.done : commandExits.notRunning;
  const health = running ? await running.call('machineHealth') : await healthFromFiles(dataDir);
  const hall = running ? await hallOf(running) : null;
  if (json) {
    console.log(
      JSON.stringify(
        { running: running !== null, url: running?.url ?? null, dataDir, health, lastUpdate, ...hall },
        null,
        2,
      ),
    );
    return exit;
  }
  const size = (bytes: number) => sizeInWords(bytes, language);
  const line = (name: string, value: string) => console.log(`${name.padEnd(14)} ${value}`);
  if (running)
    line(
      words('command.status.hall'),
      words('command.status.running', { url: running.url, since: spanInWords(health.uptime, words) }),
    );
  else line(words('command.status.hall'), words('command.status.stopped'));
  line(words('command.status.version'), [running?.version ?? health.version, health.runtime].join(', '));
  if (running && running.version !== version)
    console.log(words('command.otherVersion', { runs: running.version, own: version }));
  if (lastUpdate && lastUpdate.outcome !== 'done')
    line(words('command.status.update'), lastInWords(lastUpdate, words));
  line(words('command.status.data'), dataDir);
  if (hall) {
    const { today, printers, backups } = hall;
    line(
      words('command.status.today'),
      words('command.status.counts', {
        waiting: today.waiting,
        served: today.served,
        noShow: today.noShow,
        staffed: today.staffedDesks,
        desks: today.desks,
      }),
    );
    if (printers.preview) line(words('command.status.printers'), words('command.status.preview'));
    for (const { name, status, target } of printers.printers)
      line(
        words('command.status.printers'),
        `${name} (${target}): ${[status.state, status.cause].filter(Boolean).join(', ')}`,
      );
    const newest = backups[0];
    line(
      words('command.status.copy'),
      newest ? `${newest.madeAt}, ${size(newest.bytes)}` : words('command.status.none'),
    );
  }
  const { disk, clock, support } = health;
  line(
    words('command.status.disk'),
    words('command.status.free', { free: size(disk.freeBytes), total: size(disk.totalBytes) }),
  );
  if (health.celsius !== null) line(words('command.status.heat'), `${health.celsius} °C`);
  line(
    words('command.status.clock'),
    words(`command.status.clock.${clock.synchronised}`) + (clock.doubt ? ` (${clock.doubt})` : ''),
  );
  line(
    words('command.status.runtime'),
    `${support.name} ${support.version}: ${words(`command.status.support.${support.state}`, { until: support.until ?? '–' })}`,
  );
  const last = health.endings[0];
  if (last) line(words('command.status.ending'), `${last.at} ${last.how} ${last.error}`.trim());
  const wrong = health.errors.reduce((sum, { count }) => sum + count, 0);
  line(words('command.status.errors'), words('command.status.errorCount', { count: wrong }));
  return exit;
}

/** The machine's health without the hall: what the process that runs knows of itself is this command's own. */
export function healthFromFiles(dataDir: string): Promise<MachineHealth> {
  const clock = { now: () => Date.now() };
  return machineHealth({
    dataDir,
    version,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: clock.now(),
    doubt: null,
    network: null,
    pages: new PageFaults({ dataDir, clock }).all(),
  });
}

async function hallOf({ call }: RunningHere) {
  const [today, printers, backups] = await Promise.all([
    call('hallToday'),
    call('printers'),
    call('backups'),
  ]);
  return { today, printers, backups };
}

/** `84,2 MB`, of a size in bytes. */
export function sizeInWords(bytes: number, language: CommandLanguage): string {
  const [amount, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

/** `3 hari 4 jam`, `12 menit`: the two greatest parts. */
function spanInWords(seconds: number, words: Words): string {
  const parts = [
    ['command.days', Math.floor(seconds / 86_400)],
    ['command.hours', Math.floor((seconds % 86_400) / 3600)],
    ['command.minutes', Math.floor((seconds % 3600) / 60)],
  ] as const;
  const told = parts.filter(([, count]) => count > 0).slice(0, 2);
  const [, , shortest] = parts;
  return (told.length > 0 ? told : [shortest]).map(([key, count]) => words(key, { count })).join(' ');
}
