import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { flagsOfElectron, isNeededSwitch } from '../../electron/process/command-line';
import { buildProgram } from '../support/build-program';
import { temporaryFolder } from '../support/temporary-store';
import { until } from '../support/until';

let program: string;
beforeAll(async () => {
  program = await buildProgram('electron/headless.ts');
});

/** Starts the server alone, in Node with these options of Node's. */
function start(options: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(process.execPath, [...options, program], {
    env: {
      PATH: process.env.PATH,
      ANTRE_DATA_DIR: temporaryFolder(),
      ANTRE_PORT: '0',
      ANTRE_PRINTER: 'none',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { text: '' };
  child.stderr?.on('data', (chunk) => {
    said.text += chunk;
  });
  return { child, said, isServed: () => /served at (http:\S+)\/kiosk/.exec(said.text)?.[1] };
}

test('nothing starts with an open inspector, unless it is said on purpose', async () => {
  const { child, said } = start(['--inspect=0']);
  const [status] = await once(child, 'exit');
  expect([status, said.text]).toEqual([78, expect.stringContaining('does not start with --inspect')]);
  const allowed = start(['--inspect=0'], { ANTRE_ALLOW_DEBUGGING: '1' });
  await until('it to be served', allowed.isServed);
});

test.skipIf(process.platform === 'win32')('no signal opens the inspector of a hall that runs', async () => {
  const { child, said, isServed } = start([]);
  const url = await until('it to be served', isServed);
  child.kill('SIGUSR1');
  // Each answer comes after a turn in which the signal was taken.
  for (let asked = 0; asked < 3; asked += 1) expect((await fetch(`${url}/healthz`)).ok).toBe(true);
  expect(said.text).not.toContain('Debugger');
});

test('of Chromium’s switches those are let be that a machine may need, and none that opens what is locked', () => {
  const needed = ['--js-flags', '--ozone-platform', '--no-sandbox', '--disable-gpu', '--without-graphics'];
  expect(needed.filter((flag) => !isNeededSwitch(flag))).toEqual([]);
  const refused = [
    '--disable-web-security',
    '--proxy-server',
    '--load-extension',
    '--user-data-dir',
    '--enable-features',
    '--renderer-cmd-prefix',
    '--prot',
  ];
  expect(refused.filter(isNeededSwitch)).toEqual([]);
});

test('what Electron was given for Antre is told from the program, its folder, and what runs before it', () => {
  const flags = ['--port', '8080', '--ozone-platform=x11'];
  expect(flagsOfElectron(['electron', '--js-flags=--a --b', '.', ...flags], false)).toEqual([
    '--js-flags=--a --b',
    ...flags,
  ]);
  expect(flagsOfElectron(['electron', '-r', 'before.cjs', '.', ...flags], false)).toEqual(flags);
  expect(flagsOfElectron(['/opt/antre/antre', ...flags], true)).toEqual(flags);
});
