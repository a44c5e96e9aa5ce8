// Runs the installer under Wine: installs, serves, installs over the data, uninstalls and keeps the data. Wine has neither a
// task scheduler that starts anything nor pipes that Node can use: the hub's program is started by hand, without its watcher.
//   node scripts/package/try/windows.mjs [--packages FOLDER]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { packages: { type: 'string', default: join(root, 'build/packages') } },
});
const prefix = join(root, 'build/packages/try/wine');
const env = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  NODE_SKIP_PLATFORM_CHECK: '1',
};
const port = 14280;
const began = Date.now();
const step = (words) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`);
const wine = (...parameters) => run('wine', parameters, { env, stdio: ['ignore', 'ignore', 'ignore'] });

const installer = globSync('antre-hub-*.exe', { cwd: values.packages }).sort().at(-1);
if (!installer) throw new Error(`${values.packages} has no installer: npm run package -- windows`);
const program = join(prefix, 'drive_c/Program Files/Antre');
const data = join(prefix, 'drive_c/ProgramData/Antre');

rmSync(prefix, { recursive: true, force: true });
mkdirSync(prefix, { recursive: true });
try {
  wine('wineboot', '-i');
  wine('winecfg', '-v', 'win10');
  step('Wine is there');
  install();
  requireThere(join(program, 'antre-node.exe'), join(program, 'uninstall.exe'), join(data, 'config.json'));
  const task = readFileSync(join(program, 'task.xml')).toString('utf16le');
  if (!task.includes('<UserId>S-1-5-19</UserId>')) throw new Error('The task runs as somebody else');
  step(
    `installed; ${run('wine', ['schtasks', '/query', '/tn', 'Antre'], { env }).includes('Antre') ? 'the task is known' : 'Wine does not list the task'}`,
  );
  await serve();
  const { size } = statSync(join(data, 'antre.sqlite'));
  install();
  requireThere(join(data, 'antre.sqlite'));
  step(`installed over the data (${size} bytes, still there)`);
  await serve();
  wine('c:\\Program Files\\Antre\\uninstall.exe', '/S');
  // It goes on from a copy of itself, so that it can take itself away.
  spawnSync('wineserver', ['--wait'], { env, stdio: 'ignore', timeout: 60_000 });
  if (existsSync(join(program, 'antre-node.exe'))) throw new Error('The program is still there');
  requireThere(join(data, 'antre.sqlite'));
  step('uninstalled; the data stays');
} finally {
  spawnSync('wineserver', ['--kill'], { env, stdio: 'ignore' });
}

/** Installs without questions. Where the task could not be made the installer ends with 3, as Wine's scheduler may have it at first. */
function install() {
  const { status } = spawnSync('wine', [join(values.packages, installer), '/S'], { env, stdio: 'ignore' });
  if (status !== 0 && status !== 3) throw new Error(`The installer ended with ${status}`);
  if (status === 3) step('the installer says that the task could not be made');
}

function requireThere(...files) {
  for (const file of files) if (!existsSync(file)) throw new Error(`${file} is missing`);
}

/** Starts the hub as the task does but without its watcher, and asks it. */
async function serve() {
  const log = openSync(join(prefix, 'antre.log'), 'w');
  const parameters = [
    'antre-node.exe',
    'app\\build\\main\\headless.cjs',
    '--data-dir',
    'c:\\ProgramData\\Antre',
    '--port',
    String(port),
  ];
  const hub = spawn('wine', parameters, { cwd: program, env, stdio: ['ignore', log, log] });
  try {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      if (answer?.ok) break;
      if (tries > 240 || hub.exitCode !== null)
        throw new Error(readFileSync(join(prefix, 'antre.log'), 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const page = await fetch(`http://127.0.0.1:${port}/kiosk`);
    step(`served: /healthz 200, /kiosk ${page.status} with ${(await page.text()).length} letters`);
  } finally {
    spawnSync('wine', ['taskkill', '/f', '/im', 'antre-node.exe'], { env, stdio: 'ignore' });
  }
}
