import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SerialScanner } from '../../native/scanner/serial-scanner';
import { plugSerialScanner } from '../support/serial-scanner';
import { temporaryFolder } from '../support/temporary-store';

function listening() {
  const path = join(temporaryFolder(), 'ttyACM0');
  const told: string[] = [];
  const scanner = new SerialScanner({
    address: { path, baudRate: 9600 },
    onScan: (text) => void told.push(`scan ${text}`),
    onState: (state) => void told.push(state),
  });
  onTestFinished(() => scanner.stop());
  return { path, told, scanner };
}

test('a scanner is heard whenever it is there, and what it garbles is told as such', async () => {
  const { path, told } = listening();
  await expect.poll(() => told).toEqual(['gone']);
  const first = await plugSerialScanner(path);
  await expect.poll(() => told.at(-1)).toBe('working');
  first.send('http://10.0.0.5:4180/t/abcdefghijklmnopqrstuv\r\n');
  await expect.poll(() => told.at(-1)).toMatch(/^scan http/);
  first.send('without an end');
  await expect.poll(() => told.at(-1)).toBe('scan without an end');
  first.send([0x80, 0xf8, 0x0d]);
  await expect.poll(() => told.at(-1)).toBe('scan ');
  first.send('A-002\r');
  await expect.poll(() => told.at(-1)).toBe('scan A-002');
  await first.unplug();
  await expect.poll(() => told.at(-1)).toBe('gone');
  const again = await plugSerialScanner(path);
  await expect.poll(() => told.at(-1)).toBe('working');
  again.send('A-003\r');
  await expect.poll(() => told.at(-1)).toBe('scan A-003');
  expect(told).toEqual([
    'gone',
    'working',
    'scan http://10.0.0.5:4180/t/abcdefghijklmnopqrstuv',
    'scan without an end',
    'garbled',
    'scan ',
    'working',
    'scan A-002',
    'gone',
    'working',
    'scan A-003',
  ]);
  await again.unplug();
});

test('a flood of noise is one that is told now and then, not kept', async () => {
  const { path, told } = listening();
  const scanner = await plugSerialScanner(path);
  await expect.poll(() => told.at(-1)).toBe('working');
  for (let part = 0; part < 200; part += 1) scanner.send(Array<number>(1_000).fill(0xf0));
  scanner.send('\rA-001\r');
  await expect.poll(() => told.at(-1)).toBe('scan A-001');
  expect(new Set(told)).toEqual(new Set(['gone', 'working', 'garbled', 'scan ', 'scan A-001']));
  await scanner.unplug();
});

test('a port that another program has is told as busy', async () => {
  const { path, told } = listening();
  const scanner = await plugSerialScanner(path);
  await expect.poll(() => told.at(-1)).toBe('working');
  const second: string[] = [];
  const other = new SerialScanner({
    address: { path, baudRate: 9600 },
    onScan: () => undefined,
    onState: (state) => void second.push(state),
  });
  await expect.poll(() => second).toEqual(['busy']);
  other.stop();
  await scanner.unplug();
});
