// What must be there before anything runs: the packages and the built files. Node's built-ins only, from Node 18
// on: this runs before anything is installed.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

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

/** Where the Node lies that the packages brought (24), so that any machine runs the same one. */
const bundledNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the packages where they are missing or are not those of the lockfile. npm's own record of what it
 * installed is compared, so that packages installed by hand count too. Ends the process where npm fails.
 */
function installPackages() {
  if (!packagesAreCurrent()) {
    console.error('Installing the packages (one to three minutes)…');
    const npm = process.env.npm_execpath;
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const result = npm?.endsWith('.js')
      ? run(process.execPath, [npm, ...flags])
      : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', flags, { shell: process.platform === 'win32' });
    if (result !== 0) {
      fail('The packages could not be installed. Is there a network, and room on the disk? Then try again.');
    }
  }
  // An npm that refuses install scripts leaves the Node package empty; this is the same step by hand.
  if (!existsSync(bundledNode)) {
    console.error('Setting up Node 24…');
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules/node') });
  }
  if (!existsSync(bundledNode) && !ownNodeWillDo()) {
    fail(
      `Antre needs Node 22.14 or newer; this is ${process.version}, and the packaged one did not install.`,
    );
  }
}

/**
 * V8's limits for the process with the parts. Left to itself V8 takes room rather than collect what thousands of
 * small requests leave: 310 MB after 5,000 tickets, with these 150 MB, and a smaller young half costs a sixth of the rate.
 */
const heapFlags = ['--max-old-space-size=256', '--max-semi-space-size=8'];

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
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(
      readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages;
    return (
      Object.entries(wanted).every(
        ([path, entry]) =>
          path === '' || !path.includes('node_modules/') || entry.optional || installed[path],
      ) && Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
    );
  } catch {
    return false;
  }
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

/** Runs a program in the project's folder with its output shown; answers its exit status, or 1 where it can't run. */
function run(program, parameters, options = {}) {
  return spawnSync(program, parameters, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

module.exports = { compileCache, heapFlags, root, installPackages, buildWhenStale, nodeToUse, run };
