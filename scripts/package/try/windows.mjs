// Runs the installer under Wine: installs into a folder with a space and an umlaut, starts as told, gives a number, prints it by TCP,
// keeps its lock, copies and restores, installs over the data, uninstalls and keeps the data. Wine has neither a task scheduler that
// starts anything nor pipes that Node can use: the hub's program is started by hand, without its watcher.
//   node scripts/package/try/windows.mjs [--packages FOLDER]
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ask } from '../../requests.ts';
import { run } from '../from-registry.mjs';
import { beginTry } from './begin-try.mjs';

const { packages, folder: tries, step } = beginTry();
const prefix = join(tries, 'wine');
const env = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  NODE_SKIP_PLATFORM_CHECK: '1',
  // Wine takes the letters of file names from it.
  LC_ALL: 'C.UTF-8',
};
const port = 14280;
const url = `http://127.0.0.1:${port}`;
const wine = (...parameters) => run('wine', parameters, { env, stdio: ['ignore', 'ignore', 'ignore'] });

const installer = globSync('antre-[0-9]*.exe', { cwd: packages }).sort().at(-1);
if (!installer) throw new Error(`${packages} has no installer: npm run package -- windows`);
const folder = 'Balai Pelayanan Köln';
const program = join(prefix, 'drive_c', folder);
const data = join(prefix, 'drive_c/ProgramData/Antre');
const { module } = await runnerImport('native/printer/testing/fake-printer.ts', { logLevel: 'error' });
const printer = await module.startFakePrinter();

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
    `installed in “${folder}”; ${run('wine', ['schtasks', '/query', '/tn', 'Antre'], { env }).includes('Antre') ? 'the task is known' : 'Wine does not list the task'}`,
  );
  const config = { host: '127.0.0.1', port, printer: `tcp://${printer.host}:${printer.port}` };
  writeFileSync(join(data, 'config.json'), JSON.stringify(config));

  let hub = await startHub();
  const code = readFileSync(join(data, 'setup-code'), 'utf8').trim();
  const account = { username: 'teknisi', password: 'tujuh gajah menari' };
  const setUp = { ...account, code, displayName: 'Teknisi' };
  const { cookie } = await ask(url, '', 'POST', '/setup', setUp);
  await printNumber();
  await refuseSecondHub();
  const copy = await ask(url, cookie, 'POST', '/admin/backups');
  requireThere(join(data, 'backups', `${copy.body.id}.sqlite`));
  step(`copied: ${copy.body.id}`);
  const numbers = await numbersOf(cookie);
  const given = await printNumber();
  await ask(url, cookie, 'POST', `/admin/backups/${copy.body.id}/restore`);
  const after = await numbersOf((await ask(url, '', 'POST', '/session', account)).cookie);
  if (after !== numbers)
    throw new Error(`After the restore there are ${after} numbers, at the copy ${numbers}`);
  step(`restored: ${after} numbers, as at the copy`);
  if ((await printNumber()) <= given) throw new Error(`A number was given again after the restore: ${given}`);
  await stopHub(hub);

  const { size } = statSync(join(data, 'antre.sqlite'));
  install();
  requireThere(join(data, 'antre.sqlite'));
  step(`installed over the data (${size} bytes, still there)`);
  hub = await startHub();
  await printNumber();
  await stopHub(hub);

  install('/PARTS=hub,printer', 2);
  requireThere(join(program, 'antre-node.exe'));
  step('a part that there is none of is refused, and nothing changed');
  install('/PARTS=kiosk,lobby,desk /ADDRESS="http://192.168.1.10:4180/"', 0);
  if (existsSync(join(program, 'antre-node.exe'))) throw new Error('The hub is still there');
  requireThere(join(data, 'antre.sqlite'), join(program, 'window.html'));
  const links = globSync('**/Antre *.lnk', { cwd: join(prefix, 'drive_c') }).sort();
  for (const link of links) {
    const words = readFileSync(join(prefix, 'drive_c', link))
      .toString('utf16le')
      .replaceAll('\0', '');
    const odd = readFileSync(join(prefix, 'drive_c', link))
      .subarray(1)
      .toString('utf16le');
    const told = /--app=\S.*?4180\/\w+/.exec(words) ?? /--app=\S.*?4180\/\w+/.exec(odd);
    step(`window: ${link}: ${told?.[0]}`);
  }
  if (links.length !== 7) throw new Error(`There are ${links.length} links: ${links.join(', ')}`);

  wine(`c:\\${folder}\\uninstall.exe`, '/S');
  // It goes on from a copy of itself, so that it can take itself away.
  spawnSync('wineserver', ['--wait'], { env, stdio: 'ignore', timeout: 60_000 });
  const left = [program, ...links.map((link) => join(prefix, 'drive_c', link))].filter((each) =>
    existsSync(each),
  );
  if (left.length > 0) throw new Error(`Still there: ${left.join(', ')}`);
  requireThere(join(data, 'antre.sqlite'));
  step('uninstalled; the data stays');
} finally {
  spawnSync('wineserver', ['--kill'], { env, stdio: 'ignore' });
  await printer.close();
}

/**
 * Installs without questions, with `wishes`. Where the task could not be made the installer ends with 3, as Wine's scheduler may
 * have it at first.
 */
function install(wishes = '', expected = 0) {
  // NSIS wants its folder last and without quotes, which Wine would set around it; a batch file's letters are those of DOS.
  const batch = join(prefix, 'drive_c/install.bat');
  const lines = [
    `@"Z:${join(packages, installer)}" /S ${wishes} /D=c:\\${folder}`,
    '@exit /b %errorlevel%',
    '',
  ];
  writeFileSync(batch, Buffer.from(lines.join('\r\n').replaceAll('ö', '\x94'), 'latin1'));
  const { status } = spawnSync('wine', ['cmd', '/c', 'c:\\install.bat'], { env, stdio: 'ignore' });
  if (status !== expected && (expected !== 0 || status !== 3))
    throw new Error(`The installer ended with ${status}`);
  if (status === 3) step('the installer says that the task could not be made');
}

function requireThere(...files) {
  for (const file of files) if (!existsSync(file)) throw new Error(`${file} is missing`);
}

/** The hub's program as the task starts it, but for its watcher; its words go into `log`. */
function spawnHub(log) {
  const parameters = [
    'antre-node.exe',
    'app\\build\\main\\headless.cjs',
    '--data-dir',
    'c:\\ProgramData\\Antre',
  ];
  const words = openSync(join(prefix, log), 'w');
  return spawn('wine', parameters, { cwd: program, env, stdio: ['ignore', words, words] });
}

async function startHub() {
  const hub = spawnHub('antre.log');
  await answering(hub);
  const page = await fetch(`${url}/kiosk`);
  step(`serves: /healthz 200, /kiosk ${page.status} with ${(await page.text()).length} letters`);
  return hub;
}

async function answering(hub) {
  for (let tries = 0; !(await fetch(`${url}/healthz`).catch(() => undefined))?.ok; tries += 1) {
    if (tries > 240 || hub.exitCode !== null)
      throw new Error(readFileSync(join(prefix, 'antre.log'), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function stopHub(hub) {
  spawnSync('wine', ['taskkill', '/f', '/im', 'antre-node.exe'], { env, stdio: 'ignore' });
  if (hub.exitCode === null && hub.signalCode === null) await once(hub, 'exit');
}

/** Takes a number as the kiosk of this machine does, sees it come out of the printer, and returns it: `A-002`. */
async function printNumber() {
  const { body: counters } = await ask(url, '', 'GET', '/counters');
  const service = counters.flatMap(({ services }) => services).find(({ status }) => status === 'open');
  if (!service) throw new Error('No service is open');
  const papers = printer.papers.length;
  const wanted = { serviceId: service.id, language: 'id' };
  const { body: ticket } = await ask(url, '', 'POST', '/tickets', wanted, `try-${papers}-${Date.now()}`);
  await printer.until(() => printer.papers.length > papers, 60_000);
  step(`printed by TCP: ${ticket.number}, ${printer.papers.at(-1).lines.length} lines`);
  return ticket.number;
}

async function numbersOf(cookie) {
  return (await ask(url, cookie, 'GET', '/admin/today')).body.waiting;
}

async function refuseSecondHub() {
  const second = spawnHub('second.log');
  const [status] = await once(second, 'exit');
  const words = readFileSync(join(prefix, 'second.log'), 'utf8');
  if (status === 0 || !(await fetch(`${url}/healthz`)).ok)
    throw new Error(`A second hub ended with ${status}: ${words}`);
  step(
    `a second one on the same data is refused (${status}): ${words.trim().split('\n').at(-1)?.slice(0, 120)}`,
  );
}
