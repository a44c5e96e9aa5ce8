import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type BundledPackage, mayShip, writeNotices } from '../../scripts/third-party-notices.mjs';
import { temporaryFolder } from '../support/temporary-store';

/** A project with what a build bundled, and packages that are installed. */
function project(
  bundled: readonly BundledPackage[],
  installed: Readonly<Record<string, { readonly dev?: true; readonly license: string }>> = {},
): string {
  const root = temporaryFolder();
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  write('build/bundled-main.json', bundled);
  const packages = Object.entries(installed).map(([name, { dev, license }]) => {
    write(`node_modules/${name}/package.json`, { name, version: '1.0.0', license });
    write(`node_modules/${name}/LICENSE`, `The words of ${name}`);
    return [`node_modules/${name}`, { version: '1.0.0', license, ...(dev ? { dev } : {}) }];
  });
  write('package-lock.json', { packages: { '': {}, ...Object.fromEntries(packages) } });
  return root;
}

test.each([
  ['MIT', true],
  ['(MIT AND Zlib)', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['GPL-3.0-or-later', false],
  ['MIT AND GPL-2.0-only', false],
  ['AGPL-3.0-only', false],
  ['LGPL-2.1-or-later', false],
  ['UNLICENSED', false],
])('%s may go into Antre: %s', (licence, may) => {
  expect(mayShip(licence)).toBe(may);
});

test('a GPL package, bundled or loaded at run time, is named as one that may not be shipped', () => {
  const root = project(
    [
      { name: 'speaker', version: '2.0.0', identifier: 'GPL-3.0-or-later', text: 'GPL' },
      { name: 'nameless', version: '0.1.0' },
      { name: 'fine', version: '1.0.0', identifier: 'MIT', text: 'The words of fine' },
    ],
    {
      'at-run-time': { license: 'GPL-2.0-only' },
      'for-builders': { license: 'GPL-2.0-only', dev: true },
    },
  );
  expect(writeNotices(root, ['build/bundled-main.json'])).toEqual([
    'at-run-time 1.0.0: GPL-2.0-only',
    'nameless 0.1.0: no licence named',
    'speaker 2.0.0: GPL-3.0-or-later',
  ]);
});

test('the notices hold each package once, with its licence and the words of it', () => {
  const once = { name: 'fine', version: '1.0.0', identifier: 'MIT', text: 'The words of fine' };
  const root = project([once, once], { driver: { license: 'ISC' } });
  expect(writeNotices(root, ['build/bundled-main.json'])).toEqual([]);
  const notices = readFileSync(join(root, 'build/third-party-notices.txt'), 'utf8');
  expect(notices.match(/^.+ \(.+\)$/gm)).toEqual(['driver 1.0.0 (ISC)', 'fine 1.0.0 (MIT)']);
  expect(notices).toContain('The words of driver');
  expect(notices).toContain('The words of fine');
  // What the build left for the notices is no part of the pages.
  expect(existsSync(join(root, 'build/bundled-main.json'))).toBe(false);
});
