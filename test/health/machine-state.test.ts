import { mkdirSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { machineMemory, processorCelsius } from '../../electron/health/machine-state';
import { temporaryFolder } from '../support/temporary-store';

/** A folder as Linux shows its devices in. */
function devices(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${text}\n`);
  }
  return folder;
}

test("the hottest of the processor's sensors counts, not the disk's nor one that is not connected", () => {
  const system = devices({
    'class/thermal/thermal_zone0/type': 'acpitz',
    'class/thermal/thermal_zone0/temp': '97000',
    'class/thermal/thermal_zone1/type': 'x86_pkg_temp',
    'class/thermal/thermal_zone1/temp': '61000',
    'class/hwmon/hwmon0/name': 'coretemp',
    'class/hwmon/hwmon0/temp1_input': '58500',
    'class/hwmon/hwmon0/temp2_input': '63600',
    'class/hwmon/hwmon0/temp3_input': '-273000',
    'class/hwmon/hwmon1/name': 'nvme',
    'class/hwmon/hwmon1/temp1_input': '88000',
  });
  expect(processorCelsius(system)).toBe(64);
});

test('where no sensor is said to be the processor’s, the hottest of all counts', () => {
  const system = devices({
    'class/thermal/thermal_zone0/type': 'acpitz',
    'class/thermal/thermal_zone0/temp': '47000',
    'class/thermal/thermal_zone1/type': 'acpitz',
    'class/thermal/thermal_zone1/temp': '',
  });
  expect(processorCelsius(system)).toBe(47);
});

test('a machine without sensors tells of no temperature', () => {
  expect(processorCelsius(devices({}))).toBe(null);
});

test('memory that programs can have is some of what there is', () => {
  const { availableBytes, totalBytes } = machineMemory();
  expect(totalBytes).toBe(totalmem());
  expect(availableBytes).toBeGreaterThan(0);
  expect(availableBytes).toBeLessThan(totalBytes);
});
