import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-store';

const scripts = join(import.meta.dirname, '../../scripts');

/**
 * Sets up a clone without packages, with an npm that behaves as told, a word a call: `installs`, `fails`, or `breaks off` as npm 10
 * does, which then ends as if all were well; `for CODE`: and writes that into its log alone.
 */
function setUp(...behaviour: ('installs' | 'fails' | 'breaks off' | `breaks off for ${string}`)[]) {
  const root = temporaryFolder();
  cpSync(scripts, join(root, 'scripts'), { recursive: true });
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/some': { version: '1.0.0' } } }),
  );
  mkdirSync(join(root, 'npm'));
  const npm = join(root, 'npm/npm-cli.js');
  writeFileSync(
    npm,
    `const { appendFileSync, mkdirSync, readFileSync, writeFileSync, existsSync } = require('node:fs');
const calls = existsSync('calls') ? readFileSync('calls', 'utf8').split('\\n').length - 1 : 0;
appendFileSync('calls', process.argv.slice(2, 3) + '\\n');
const does = ${JSON.stringify(behaviour)}[calls];
if (does === 'fails') { console.error('npm error network ENOTFOUND'); process.exit(1); }
if (does?.startsWith('breaks off')) console.error('npm error Exit handler never called!');
const logs = process.argv.find((each) => each.startsWith('--logs-dir='))?.slice('--logs-dir='.length);
const [, code] = / for (.*)/.exec(does) ?? [];
if (code) writeFileSync(logs + '/2026-12-01T01_00_0' + calls + '-debug-0.log', '93 http fetch GET https://localhost/some.tgz attempt 1 failed with ' + code);
if (does === 'installs') {
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/some': { version: '1.0.0' } } }));
  mkdirSync('node_modules/node/bin', { recursive: true });
  writeFileSync('node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node'), '');
}`,
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-e', `require(${JSON.stringify(join(root, 'scripts/prepare.cjs'))}).installPackages()`],
    { cwd: root, encoding: 'utf8', env: { ...process.env, npm_execpath: npm } },
  );
  const calls = readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');
  return { status, said: stderr, calls };
}

test('an npm that ended in the middle as if all were well is run once more', () => {
  const { status, calls } = setUp('breaks off', 'installs');
  expect({ status, calls }).toEqual({ status: 0, calls: ['ci', 'ci'] });
});

test('one that does so again, and one that fails, end the start with the reason above and the cure', () => {
  const again = setUp('breaks off', 'breaks off');
  expect([again.status, again.calls]).toEqual([1, ['ci', 'ci']]);
  const failed = setUp('fails', 'installs');
  expect([failed.status, failed.calls]).toEqual([1, ['ci']]);
  for (const { said } of [again, failed])
    expect(said).toMatch(
      /npm error (.|\n)*The packages could not be installed, for the reason above. With a network and room on the disk, try again/,
    );
});

test('what a broken off npm wrote into its log alone is said with its cure', () => {
  const said = (code: string) => setUp(`breaks off for ${code}`, `breaks off for ${code}`).said;
  expect(said('SELF_SIGNED_CERT_IN_CHAIN')).toMatch(
    /could not be installed\. This network signs .* NODE_EXTRA_CA_CERTS=FILE\. \(SELF_SIGNED_CERT_IN_CHAIN\) Then try again/,
  );
  expect(said('ENOTFOUND')).toMatch(
    /The registry of packages does not answer\. .* \(ENOTFOUND\) Then try again/,
  );
  expect(said('ENOSPC')).toMatch(/The disk is full\. \(ENOSPC\) Then try again/);
  expect(said('E_UNHEARD_OF')).toMatch(/for the reason above/);
});
