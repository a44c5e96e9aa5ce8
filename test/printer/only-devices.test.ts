import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { formatPrinterTarget, parsePrinterTarget } from '../../electron/contract/printer-target';
import { transportTo } from '../../native/printer/open-printer';
import { temporaryFolder } from '../support/temporary-store';

/** Makes one thing at a path that is no printer. */
const makers: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  'a file': (path) => writeFileSync(path, 'precious'),
  'an empty file': (path) => writeFileSync(path, ''),
  'a folder': (path) => mkdirSync(path),
  'a pipe': (path) => void spawnSync('mkfifo', [path]),
  'a way to a file': (path) => {
    writeFileSync(`${path}.there`, 'precious');
    symlinkSync(`${path}.there`, path);
  },
  'a way to itself': (path) => symlinkSync(path, path),
  'a socket': (path) =>
    new Promise((resolve) => {
      const server = createServer().listen(path, resolve);
      onTestFinished(() => void server.close());
    }),
  nothing: () => undefined,
};

test.each(Object.keys(makers).flatMap((what) => [[what, 'file'] as const, [what, 'share'] as const]))(
  '%s at the path of a %s is no printer, and stays as it was',
  async (what, kind) => {
    const path = join(temporaryFolder(), 'antre.sqlite');
    await makers[what]?.(path);
    const opened = await transportTo({ kind, path }).open(2_000);
    expect(opened.ok).toBe(false);
    if (what.endsWith('a file')) expect(readFileSync(path, 'utf8')).toBe('precious');
  },
);

test('a character device is opened', async () => {
  const opened = await transportTo({ kind: 'file', path: '/dev/null' }).open(2_000);
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.line.close();
});

const piece = fc.oneof(
  fc.constantFrom(
    'dev',
    '..',
    '.',
    '?',
    'etc',
    'passwd',
    'localhost',
    'KASIR-1',
    '10.0.0.7',
    'TIKET',
    'C:',
    'C$',
  ),
  fc.constantFrom('PhysicalDrive0', 'GLOBALROOT', 'lp0', 'antre.sqlite', 'pipe', '\u0000', ''),
  fc.string({ maxLength: 6 }),
);

test('a file address stays among the devices, and a share is one name at one machine', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('file:', 'file://', 'share:'),
      fc.array(fc.tuple(fc.constantFrom('/', '\\', '\\\\', ''), piece), { minLength: 1, maxLength: 6 }),
      (scheme, pieces) => {
        const target = parsePrinterTarget(scheme + pieces.flat().join(''));
        if (!target) return;
        expect(parsePrinterTarget(formatPrinterTarget(target))).toEqual(target);
        if (target.kind === 'file') {
          expect(target.path).toMatch(/^\/dev\/./);
          expect(target.path.split('/')).not.toContain('..');
        } else if (target.kind === 'share') {
          expect(target.path).toMatch(/^\\\\[\p{L}\d][^\\/:?]*\\[^\\/:?]+$/u);
        }
      },
    ),
    { numRuns: 3_000 },
  );
});

test.each([
  'file:/etc/passwd',
  'file:///home/antre/antre.sqlite',
  'file:/dev',
  'file:/dev/',
  'share:\\\\.\\PhysicalDrive0',
  'share:\\\\?\\C:',
  'share:\\\\localhost\\C$/Windows/win.ini',
  'share:\\\\localhost\\C$\\Windows',
  'share:C:\\Windows',
])('%s is no printer', (text) => {
  expect(parsePrinterTarget(text)).toBeUndefined();
});

test.each([
  'share:\\\\localhost\\TIKET',
  'share:\\\\10.0.0.7\\Tiket loket 1',
  'file:/dev/serial/by-id/usb-1',
])('%s is one', (text) => {
  expect(parsePrinterTarget(text)).toBeDefined();
});
