import { readdirSync, readFileSync } from 'node:fs';
import { arch, freemem, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** Drivers of processors' own sensors, by the names that Linux gives them. */
const processorSensors =
  /^(coretemp|k10temp|zenpower|cpu[-_ ]?thermal|x86_pkg_temp|soc[-_]?thermal|bcm2835_thermal|cpu.*|soc.*|package.*)$/i;
/** What lies outside is a sensor that isn't connected. */
const credible = { least: -20, most: 130 };

/**
 * The hottest of the processor's sensors in degrees Celsius, of any sensor where none is said to be the processor's; null where the
 * machine tells of none (most virtual ones, and systems other than Linux). `system` is where Linux shows its devices.
 */
export function processorCelsius(system = '/sys'): number | null {
  const found = [...zonesOf(system), ...monitorsOf(system)].filter(
    ({ celsius }) => celsius >= credible.least && celsius <= credible.most,
  );
  const ofProcessor = found.filter(({ name }) => processorSensors.test(name));
  const told = (ofProcessor.length > 0 ? ofProcessor : found).map(({ celsius }) => celsius);
  return told.length > 0 ? Math.round(Math.max(...told)) : null;
}

interface Sensor {
  readonly name: string;
  readonly celsius: number;
}

function zonesOf(system: string): Sensor[] {
  const folder = join(system, 'class/thermal');
  return namesIn(folder, /^thermal_zone\d+$/).map((zone) => ({
    name: contents(join(folder, zone, 'type')),
    celsius: thousandths(join(folder, zone, 'temp')),
  }));
}

function monitorsOf(system: string): Sensor[] {
  const folder = join(system, 'class/hwmon');
  return namesIn(folder, /^hwmon\d+$/).flatMap((monitor) => {
    const name = contents(join(folder, monitor, 'name'));
    return namesIn(join(folder, monitor), /^temp\d+_input$/).map((input) => ({
      name,
      celsius: thousandths(join(folder, monitor, input)),
    }));
  });
}

function thousandths(file: string): number {
  const text = contents(file);
  return text === '' ? Number.NaN : Number(text) / 1000;
}

/** What programs can still have, and what there is, in bytes; what caches hold counts as free where Linux tells. */
export function machineMemory(): { readonly availableBytes: number; readonly totalBytes: number } {
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(contents('/proc/meminfo'))?.[1];
  return {
    availableBytes: kilobytes === undefined ? freemem() : Number(kilobytes) * 1024,
    totalBytes: totalmem(),
  };
}

/** `Debian GNU/Linux 12 (bookworm), linux 6.1.0-28-amd64, x64` */
export function systemInWords(): string {
  const name = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(contents('/etc/os-release'))?.[1];
  return [name, `${platform()} ${release()}`, arch()].filter(Boolean).join(', ');
}

function namesIn(folder: string, wanted: RegExp): string[] {
  try {
    return readdirSync(folder).filter((name) => wanted.test(name));
  } catch {
    return [];
  }
}

/** A sensor that sleeps answers with an error. */
function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
