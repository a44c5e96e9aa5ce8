// What must be there before anything runs: the packages and the built files. Node's built-ins only, from Node 18
// on: this runs before anything is installed.
const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { delimiter, dirname, join, relative } = require('node:path');
const { missingBindings } = require('./missing-bindings.cjs');
const { takeFault } = require('./npm-fault.cjs');

const root = join(__dirname, '..');
const built = join(root, 'build/main/headless.cjs');
const sources = [
  'electron',
  'native',
  'renderer',
  'scripts/build.mjs',
  'vite.pages.config.mts',
  'package-lock.json',
];

const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
/** The bindings that were asked for in vain, so that not each start asks again. */
const askedFor = join(root, 'node_modules/.bindings-asked-for');

/** Where the Node lies that the packages brought (24), so that any machine runs the same one. */
const bundledNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the packages where they are missing or are not those of the lockfile. npm's own record of what it
 * installed is compared, so that packages installed by hand count too. Ends the process where npm fails.
 */
function installPackages() {
  if (!packagesAreCurrent()) {
    console.error('Installing the packages (one to three minutes)…');
    // npm 10 may end in the middle as if all were well ("Exit handler never called!"); what it fetched is kept, so once more is short.
    const logs = mkdtempSync(join(tmpdir(), 'antre-npm-'));
    const install = () => npm(process.execPath, ['ci', ...quietly, `--logs-dir=${logs}`]) === 0;
    const isDone = install() && (packagesAreCurrent() || (install() && packagesAreCurrent()));
    const fault = takeFault(logs);
    if (!isDone) {
      fail(
        `The packages could not be installed${fault ? `. ${fault} Then` : ', for the reason above. With a network and room on the disk,'} try again: what was fetched is kept.`,
      );
    }
  }
  // An npm that refuses install scripts leaves the Node package empty; this is the same step by hand.
  if (!existsSync(bundledNode)) {
    console.error('Setting up Node 24…');
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules/node') });
  }
  if (!existsSync(bundledNode) && !ownNodeWillDo()) {
    fail(
      `Antre needs Node 22.14 or newer; this is ${process.version}, and the one of the packages could not be set up, for the reason above. With a network and room on the disk, try again; or start it with Node 22.14 or newer.`,
    );
  }
  addMissingBindings();
}

/**
 * Adds what npm left out since it ran on an older Node than the packages bring. What could not be had is told with the
 * command that brings it, once: it may not be needed.
 */
function addMissingBindings() {
  const missing = bindingsThatMiss();
  if (missing.length === 0 || missing.join() === contents(askedFor)) return;
  console.error(`Adding what an older Node left out (${missing.length} packages)…`);
  npm(nodeToUse(), ['install', '--no-save', ...quietly]);
  const left = bindingsThatMiss();
  writeFileSync(askedFor, left.join());
  if (left.length > 0) {
    const node = relative(root, nodeToUse());
    const program = npmProgram() ?? 'PATH/TO/npm-cli.js';
    console.error(
      `These are still missing: ${left.map((path) => path.replace('node_modules/', '')).join(', ')}. If the build fails, run: ${node} ${program} install --no-save`,
    );
  }
}

/** Runs npm on this Node, whatever Node it would take itself. Returns its exit status. */
function npm(node, parameters) {
  const program = npmProgram();
  if (program) return run(node, [program, ...parameters]);
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', parameters, {
    shell: windows,
    env: { ...process.env, PATH: path },
  });
}

/** npm's file: that of the npm which started this, or of the one beside this Node; else undefined. */
function npmProgram() {
  const beside = dirname(process.execPath);
  return [
    process.env.npm_execpath,
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file?.endsWith('.js') && existsSync(file));
}

/**
 * Where Node keeps what V8 compiled of our files, so that the next start needs not compile it again: a quarter of the
 * time until the main process's file has run. An Electron with a Node older than 22.1 ignores it.
 */
const compileCache = { NODE_COMPILE_CACHE: join(root, 'build/compile-cache') };

/** The Node to run our own code with. */
function nodeToUse() {
  return existsSync(bundledNode) ? bundledNode : process.execPath;
}

/** Builds where a source is newer than what was built of it. Ends the process where the build fails. */
function buildWhenStale() {
  const builtAt = existsSync(built)
    ? statSync(join(root, 'build/.finished'), { throwIfNoEntry: false })
    : undefined;
  if (builtAt && newest(sources.map((path) => join(root, path))) <= builtAt.mtimeMs) return;
  console.error('Building (about half a minute)…');
  if (run(nodeToUse(), ['scripts/build.mjs']) !== 0) fail('The build failed; the reason stands above.');
}

function packagesAreCurrent() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return (
    Object.entries(wanted).every(
      ([path, entry]) => path === '' || !path.includes('node_modules/') || entry.optional || installed[path],
    ) && Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  );
}

function bindingsThatMiss() {
  return missingBindings(
    packagesOf('package-lock.json') ?? {},
    packagesOf('node_modules/.package-lock.json') ?? {},
  );
}

/** The packages of one of npm's lockfiles; undefined where it can't be read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function contents(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

// better-sqlite3's prebuilt binary needs Node-API 10.
function ownNodeWillDo() {
  return Number(process.versions.napi) >= 10;
}

function newest(paths) {
  let time = 0;
  for (const path of paths) {
    const stat = statSync(path);
    const inside = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0;
    time = Math.max(time, stat.mtimeMs, inside);
  }
  return time;
}

/** Runs a program in the project's folder with its output shown; returns its exit status, or 1 where it can't run. */
function run(program, parameters, options = {}) {
  return spawnSync(program, parameters, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

module.exports = { compileCache, root, installPackages, buildWhenStale, nodeToUse, run };
